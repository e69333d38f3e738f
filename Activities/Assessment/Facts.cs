using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Assessment;

/// <summary>Levels of the assessment.</summary>
public enum Level
{
    /// <summary>弃权.</summary>
    Abstain,

    /// <summary>优秀.</summary>
    Excellent,

    /// <summary>称职.</summary>
    Competent,

    /// <summary>基本称职.</summary>
    Basic,

    /// <summary>不称职.</summary>
    Incompetent,
}

/// <summary>An assessment begins; earlier counts are history.</summary>
/// <param name="People">Who is assessed.</param>
public sealed record AssessmentStarted(IReadOnlyList<string> People);

/// <summary>How a group marked one person; the five numbers add up to the valid forms.</summary>
public sealed record AssessedPerson(string Person, int Excellent, int Competent, int Basic, int Incompetent, int Abstain);

/// <summary>A group's box was counted (F17). Members and masses are never merged here.</summary>
/// <param name="Group"><c>member</c> or <c>masses</c>.</param>
/// <param name="Participation">F17 for the members; null for the masses, of whom no share is asked.</param>
public sealed record AssessmentTallied(
    string Group, string Box, int Eligible, int Returned, int Invalid, Verdict? Participation, IReadOnlyList<AssessedPerson> People);
