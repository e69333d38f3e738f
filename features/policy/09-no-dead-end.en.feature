# language: en
Feature: Every outcome leads somewhere
  Too few, sent back, objection upheld, tie, shortage, void: somebody goes on; every loop has a way out.

  Scenario: Every outcome of every step leads somewhere
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then every outcome of every step leads somewhere

  Scenario: The end can be reached from every step
    Given any procedure of public recommendation and direct election
    When it is carried out along any path
    Then the end can be reached from every step
