namespace Gongtui.Activities.Rules;

/// <summary>What happens to equal votes at the last place of a list that is not an election.</summary>
public enum CutTie
{
    /// <summary>All tied are taken.</summary>
    AllIn,

    /// <summary>The tied are voted on again.</summary>
    Again,
}

/// <summary>Who of the recommended goes on, by index into the list of votes.</summary>
/// <param name="Taken">In order of votes; with <see cref="CutTie.AllIn"/> all tied at the last place are among them.</param>
/// <param name="Tied">With <see cref="CutTie.Again"/>: equal at the last place, to be voted on again.</param>
/// <param name="TiedPlaces">Places that the tied compete for.</param>
/// <param name="Missing">Places that nobody with more than half is left for: recommend a second time for these.</param>
public sealed record Recommended(IReadOnlyList<int> Taken, IReadOnlyList<int> Tied, int TiedPlaces, int Missing);

/// <summary>A person recommended, with the channels that brought the name; channels are never added up.</summary>
public sealed record Nominee(string Name, IReadOnlyList<string> Channels);

/// <summary>F16: recommended by more than half of the valid forms, then as many as the differential asks, in order of votes.</summary>
public static class RecommendationCut
{
    private static readonly Threshold MoreThanHalf = new(new(1, 2), Strict: true);

    /// <summary>The cut of one channel.</summary>
    /// <param name="votes">Forms that name each person.</param>
    /// <param name="valid">Returned forms less the invalid.</param>
    /// <param name="places">People to take, see <see cref="Differential.Minimum"/>.</param>
    /// <param name="tie">The plan's choice.</param>
    public static Recommended Choose(IReadOnlyList<int> votes, int valid, int places, CutTie tie) =>
        Cut(votes, places, tie, MoreThanHalf.Minimum(valid));

    /// <summary>The tied after another recommendation: more votes take the places; whoever is tied again stays tied.</summary>
    public static Recommended AmongTied(IReadOnlyList<int> votes, int places) => Cut(votes, places, CutTie.Again);

    /// <summary>F16 for one of the tied after another recommendation.</summary>
    public static Verdict CheckAmongTied(string name, int votes, bool taken, int valid) => new(
        taken, "F16", Articles.Recommendation, $"{votes} ≤ {valid}", taken
            ? new($"{name} 再次推荐得 {votes} 票，列入。", $"{name} is named on {votes} forms in the second recommendation and goes on.")
            : new($"{name} 再次推荐得 {votes} 票，未列入。", $"{name} is named on {votes} forms in the second recommendation and does not go on."));

    /// <summary>F16 for one person.</summary>
    public static Verdict Check(string name, int votes, int valid)
    {
        var holds = MoreThanHalf.IsMet(votes, valid);
        return new(holds, "F16", Articles.Recommendation, MoreThanHalf.Inequality(votes, valid), holds
            ? new($"{name} 得推荐票 {votes} 张，超过有效推荐票 {valid} 的半数。", $"{name} is named on {votes} forms, more than half of {valid} valid.")
            : new($"{name} 得推荐票 {votes} 张，未过有效推荐票 {valid} 的半数。", $"{name} is named on {votes} forms, not more than half of {valid} valid."));
    }

    /// <summary>Participation in the recommendation: 98%以上 includes the 98 %.</summary>
    public static Verdict CheckParticipation(int took, int entitled, Threshold share)
    {
        if (entitled < 1)
        {
            return new(false, "F16", Articles.Participation, $"{entitled} ≥ 1", new("没有应参加推荐的人。", "Nobody is entitled to recommend."));
        }

        var holds = share.IsMet(took, entitled);
        var actual = new Ratio(took, entitled);
        return new(holds, "F16", Articles.Participation, share.Inequality(took, entitled), holds
            ? new($"参加推荐 {actual}，{share:zh}。", $"Participation {actual}, {share:en}.")
            : new($"参加推荐 {actual}，须{share:zh}，即 {share.Minimum(entitled)} 人。", $"Participation {actual}; {share:en} is wanted, that is {share.Minimum(entitled)} people."));
    }

    /// <summary>Everybody whom any channel brought, in the order of first appearance, with all their channels.</summary>
    public static IReadOnlyList<Nominee> Merge(IEnumerable<(string Channel, IReadOnlyList<string> Names)> channels) =>
        [.. channels
            .SelectMany(channel => channel.Names.Select(name => (name, channel.Channel)))
            .GroupBy(pair => pair.name, pair => pair.Channel, StringComparer.Ordinal)
            .Select(person => new Nominee(person.Key, [.. person.Distinct(StringComparer.Ordinal)]))];

    /// <summary>The first places of a list in order of votes.</summary>
    internal static Recommended Cut(IReadOnlyList<int> votes, int places, CutTie tie, int least = 0)
    {
        var choice = Selection.ByVotes(votes, places, least);
        return tie == CutTie.AllIn
            ? new([.. choice.Elected, .. choice.Tied], [], 0, choice.Open)
            : new(choice.Elected, choice.Tied, choice.TiedSeats, choice.Open);
    }
}
