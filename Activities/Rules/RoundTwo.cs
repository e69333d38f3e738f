using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>F13: secretary and deputies come from those elected in round one, not from all over half.</summary>
public static class RoundTwo
{
    /// <summary>Round two opens when every seat of round one is filled, or the seats were reduced to those filled.</summary>
    public static Verdict Gate(int seats, int elected, int? reducedTo = null)
    {
        var needed = reducedTo ?? seats;
        var holds = elected > 0 && elected == needed;
        return new(holds, "F13", Articles.TwoRounds, $"{elected} = {needed}", holds
            ? new($"第一轮应选 {needed}，已选 {elected}，可以进行第二轮。", $"{elected} of {needed} elected in round one: round two may open.")
            : new($"第一轮应选 {needed}，已选 {elected}，须先另行选举或减少名额。", $"{elected} of {needed} elected in round one: settle the shortage first."));
    }

    /// <summary>Whether a person may stand or be written in.</summary>
    public static Verdict CheckEligible(string name, IReadOnlyCollection<string> electedFirst)
    {
        var holds = electedFirst.Contains(name, StringComparer.Ordinal);
        return new(holds, "F13", Articles.TwoRounds, $"{name} ∈ {{{string.Join("、", electedFirst)}}}", holds
            ? new($"{name} 第一轮当选，可以参选。", $"{name} was elected in round one and may stand.")
            : new($"{name} 第一轮未当选，不能参选，另选亦无效。", $"{name} was not elected in round one: cannot stand, and a write-in is void."));
    }

    /// <summary>A contest of round two: whoever is written in must be elected in round one.</summary>
    public static Contest Contest(string post, int seats, IReadOnlyList<string> candidates, IReadOnlyList<string> electedFirst) =>
        new(post, seats, candidates, electedFirst);
}
