# language: en
Feature: Required step 7: direct election
  Seventh step: the members' meeting elects directly.

  Scenario: Direct election never comes before approval of the shortlist
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "approval of the shortlist" always comes before "direct election"

  Scenario: Direct election never comes before notice of the meeting
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "notice of the meeting" always comes before "direct election"

  Scenario: Announcement never comes before direct election
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then "direct election" always comes before "announcement"

  Scenario: Nobody is elected without direct election
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every path passes "direct election"
