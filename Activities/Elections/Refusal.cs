using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Elections;

/// <summary>Why a request was not carried out: data for a person, never an exception. Nothing was recorded.</summary>
/// <param name="Kind">One of <see cref="RefusalKinds"/>.</param>
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
    string? Field = null)
{
    /// <summary>The refusal that follows from a rule that does not hold.</summary>
    public static Refusal Of(Verdict verdict, Text? nextStep = null, string? field = null) => new(
        RefusalKinds.Rule,
        new(
            $"{verdict.Sentence.Zh}（{verdict.Inequality}）",
            $"{verdict.Sentence.En} ({verdict.Inequality})"),
        Found: verdict.Inequality,
        Article: verdict.Article.Display,
        NextStep: nextStep,
        Field: field);
}

/// <summary>The closed set of refusals.</summary>
public static class RefusalKinds
{
    /// <summary>There never was such a task in this election.</summary>
    public const string UnknownTask = "unknown-task";

    /// <summary>The task was completed or withdrawn before.</summary>
    public const string TaskClosed = "task-closed";

    /// <summary>The task is for somebody else.</summary>
    public const string NotAssigned = "not-assigned";

    /// <summary>Four-eyes: this person may not act here although the task is for people like them.</summary>
    public const string Excluded = "excluded";

    /// <summary>Somebody else has claimed the task.</summary>
    public const string Claimed = "claimed";

    /// <summary>The task does not offer this decision.</summary>
    public const string UnknownDecision = "unknown-decision";

    /// <summary>The form cannot be read.</summary>
    public const string Malformed = "malformed";

    /// <summary>A field that must be filled in is empty.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>A field names somebody or something that is not there, or not eligible.</summary>
    public const string Unknown = "unknown";

    /// <summary>The same thing was named twice, or done before.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A rule does not hold for the numbers given.</summary>
    public const string Rule = "rule";

    /// <summary>Figures contradict each other.</summary>
    public const string Arithmetic = "arithmetic";

    /// <summary>It is too early or too late.</summary>
    public const string Time = "time";
}
