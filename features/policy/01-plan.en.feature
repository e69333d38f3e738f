# language: en
Feature: Required step 1: the plan
  First step of the guidance opinion; that the whole membership elects secretary and deputies needs the superior's agreement in principle (R18).

  Scenario: Notice never comes before plan
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "plan" always comes before "notice"

  Scenario: Notice never comes before approval of the plan
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "approval of the plan" always comes before "notice"

  Scenario: Approval of the plan belongs to the superior
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "approval of the plan" is done by the superior organisation

  Scenario: Nobody is elected without plan
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "plan"
