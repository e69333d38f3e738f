# language: en
Feature: Required step 4: democratic assessment
  Fourth step; the nominees are made public first (R19).

  Scenario: Democratic assessment never comes before open recommendation
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "open recommendation" always comes before "democratic assessment"

  Scenario: Democratic assessment never comes before notice of the nominees
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "notice of the nominees" always comes before "democratic assessment"

  Scenario: Nobody is elected without democratic assessment
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "democratic assessment"
