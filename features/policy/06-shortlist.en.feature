# language: en
Feature: Required step 6: the shortlist
  Sixth step; the committee decides together and the superior approves (R17, R27).

  Scenario: Shortlist never comes before investigation
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "investigation" always comes before "shortlist"

  Scenario: Approval of the shortlist never comes before shortlist
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "shortlist" always comes before "approval of the shortlist"

  Scenario: Approval of the shortlist belongs to the superior
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "approval of the shortlist" is done by the superior organisation

  Scenario: Nobody is elected without shortlist
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "shortlist"
