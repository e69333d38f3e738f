# language: en
Feature: Required step 5: investigation
  Fifth step: differential investigation.

  Scenario: Investigation never comes before democratic assessment
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "democratic assessment" always comes before "investigation"

  Scenario: Nobody is elected without investigation
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "investigation"
