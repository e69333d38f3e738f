namespace Gongtui.Activities.Qualification;

/// <summary>What is examined; the seed's list is open ("等方面", L7).</summary>
public static class Criteria
{
    /// <summary>思想品德.</summary>
    public const string Character = "character";

    /// <summary>服务意识.</summary>
    public const string Service = "service";

    /// <summary>工作能力.</summary>
    public const string Ability = "ability";

    /// <summary>A condition of the plan, or another named in the evidence.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Character, Service, Ability, Other];
}

/// <summary>The finding on one person.</summary>
/// <param name="Person">Who.</param>
/// <param name="Passed">合格.</param>
/// <param name="Criterion">Which of <see cref="Criteria"/> was not met; null for those who passed.</param>
/// <param name="Evidence">What the finding rests on; needed when not passed.</param>
public sealed record QualificationResult(string Person, bool Passed, string? Criterion = null, string? Evidence = null);

/// <summary>The superior organisation has examined every nominee.</summary>
public sealed record QualificationReviewed(IReadOnlyList<QualificationResult> Results, string By);
