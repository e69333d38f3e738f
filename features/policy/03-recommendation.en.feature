# language: en
Feature: Required step 3: open recommendation
  Third step; members take part, and the channels are summarised before anybody goes on.

  Scenario: Investigation never comes before open recommendation
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "open recommendation" always comes before "investigation"

  Scenario: Summary of recommendations never comes before recommendation by members
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "recommendation by members" always comes before "summary of recommendations"

  Scenario: No promised channel is left out
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every channel named by "summary of recommendations" always comes before it

  Scenario: Qualification review never comes before summary of recommendations
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "summary of recommendations" always comes before "qualification review"

  Scenario: Nobody is elected without open recommendation
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "open recommendation"
