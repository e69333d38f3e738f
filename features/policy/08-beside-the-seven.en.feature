# language: en
Feature: Further steps that the seed and the regulations ask for
  Qualification review and speeches (seed, outside the seven); publicity, ratification and filing (regulations).

  Scenario: Democratic assessment never comes before qualification review
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "qualification review" always comes before "democratic assessment"

  Scenario: Qualification review belongs to the superior
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "qualification review" is done by the superior organisation

  Scenario: Investigation never comes before campaign speeches
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "campaign speeches" always comes before "investigation"

  Scenario: Direct election never comes before publicity period
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "publicity period" always comes before "direct election"

  Scenario: Publicity lasts five working days at least
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "publicity period" has at least 5 working days

  Scenario: Ratification never comes before announcement
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "announcement" always comes before "ratification"

  Scenario: Nobody is elected without ratification
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "ratification"

  Scenario: Ratification belongs to the superior
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "ratification" is done by the superior organisation
