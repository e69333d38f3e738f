# language: en
Feature: Required step 2: the notice
  Second step: the plan is told to all members, cadres and masses, every step in public.

  Scenario: Open recommendation never comes before notice
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "notice" always comes before "open recommendation"

  Scenario: Nobody is elected without notice
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "notice"
