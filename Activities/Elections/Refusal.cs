namespace Gongtui.Activities.Elections;

/// <summary>Why a request was not carried out: data for a person, never an exception. Nothing was recorded.</summary>
/// <param name="Kind">One word of a closed set; programs decide on it.</param>
/// <param name="Message">What is wrong, with the inequality where a rule of numbers is concerned.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Found">What was given.</param>
/// <param name="Article">Source of the rule, with its marks of doubt.</param>
/// <param name="NextStep">What the person can do now.</param>
/// <param name="Field">Camel-case path of the field of the form that is meant.</param>
public sealed record Refusal(
    string Kind,
    Text Message,
    string? Expected = null,
    string? Found = null,
    Text? Article = null,
    Text? NextStep = null,
    string? Field = null);
