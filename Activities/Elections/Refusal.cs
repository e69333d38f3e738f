using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Elections;

/// <summary>Why a request was not carried out: data for a person, never an exception. Nothing was recorded.</summary>
/// <param name="Kind">One of <see cref="RefusalKinds"/>.</param>
/// <param name="Message">What is wrong, with the inequality where a rule of numbers is concerned.</param>
/// <param name="Expected">What would have been accepted.</param>
/// <param name="Found">What was given.</param>
/// <param name="Article">Source of the rule, with its marks of doubt.</param>
/// <param name="NextStep">What the person can do now; where nothing better is known, what usually helps with the kind.</param>
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
    /// <summary>What the person can do now; null only for kinds of others that say nothing.</summary>
    public Text? NextStep { get; init; } = NextStep ?? RefusalKinds.UsualStep(Kind);

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

    /// <summary>What usually helps; null for a kind that is not of this set.</summary>
    public static Text? UsualStep(string kind) => kind switch
    {
        UnknownTask or TaskClosed => new("请刷新待办列表。", "Refresh the inbox."),
        NotAssigned or Excluded => new("请由有权办理的人员办理。", "Let a person with that right do it."),
        Claimed => new("请由签收人办理。", "Let the person who claimed it do it."),
        UnknownDecision => new("请从所列选项中选择。", "Choose one of the decisions offered."),
        Malformed => new("请刷新页面后重新填写。", "Reload the page and fill it in again."),
        Incomplete => new("请补上后重新提交。", "Fill it in and submit again."),
        Unknown => new("请核对后重新选择。", "Check it and choose again."),
        Duplicate => new("请去掉重复的；已经办过的不必再办。", "Take the repetition off; what is done need not be done again."),
        Rule => new("请按规则改正后重新提交。", "Correct it to fit the rule and submit again."),
        Arithmetic => new("请核对数字后重新提交。", "Check the figures and submit again."),
        Time => new("请核对时间后重新办理。", "Check the time and try again."),
        _ => null,
    };
}
