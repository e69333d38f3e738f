using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>What became of one person in one contest.</summary>
public enum Fate
{
    Elected,

    /// <summary>Equal votes at the last seat: vote again among the tied.</summary>
    Tied,

    /// <summary>Reached the majority, but the seats went to more votes.</summary>
    WithoutSeat,

    /// <summary>Did not reach the majority.</summary>
    NotElected,

    /// <summary>Already elected to a higher post on the same ballot.</summary>
    HoldsHigherPost,
}

/// <summary>How a contest ended.</summary>
public enum OutcomeKind
{
    Filled,
    Tie,
    Shortage,
}

/// <summary>One person's result with its proof.</summary>
/// <param name="Name">As on the ballot.</param>
/// <param name="Approvals">Votes that the ranking used (cumulated where the plan cumulates).</param>
/// <param name="Fate">What became of the person.</param>
/// <param name="Proof">Why, with the inequality and its article.</param>
public sealed record PersonOutcome(string Name, int Approvals, Fate Fate, Verdict Proof);

/// <summary>People who must be voted on again, and for how many seats.</summary>
public sealed record TiedNames(IReadOnlyList<string> Names, int Seats);

/// <summary>One contest decided.</summary>
/// <param name="Tally">The count it rests on.</param>
/// <param name="Base">What the majority is a share of.</param>
/// <param name="Outcome">Filled, tie or shortage.</param>
/// <param name="Elected">In order of votes.</param>
/// <param name="Tied">Null without a tie.</param>
/// <param name="Open">Seats neither filled nor tied.</param>
/// <param name="People">Everybody with a vote or printed, in order of votes.</param>
public sealed record ContestOutcome(
    ContestTally Tally,
    int Base,
    OutcomeKind Outcome,
    IReadOnlyList<string> Elected,
    TiedNames? Tied,
    int Open,
    IReadOnlyList<PersonOutcome> People);

/// <summary>F14: contests of one ballot decided in the order of their posts, with F9 and F10 for each and a line of proof for each person.</summary>
public static class CombinedBallot
{
    /// <summary>Decides every contest of a valid election.</summary>
    /// <param name="tallies">Highest post first.</param>
    /// <param name="due">应到.</param>
    /// <param name="present">实到 with the right to vote.</param>
    /// <param name="seatPolicy">The plan's choice.</param>
    /// <param name="pack">Majority, its base and the articles.</param>
    /// <param name="held">People who hold a post from an earlier round, with that post: they rank in no contest here.</param>
    public static IReadOnlyList<ContestOutcome> Decide(
        IReadOnlyList<ContestTally> tallies, int due, int present, SeatPolicy seatPolicy, RulePack pack,
        IReadOnlyDictionary<string, string>? held = null)
    {
        var holders = new Dictionary<string, string>(held ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        var carried = new Dictionary<string, int>(StringComparer.Ordinal);
        var outcomes = new List<ContestOutcome>(tallies.Count);
        foreach (var tally in tallies)
        {
            var votes = Votes(tally, seatPolicy, carried);
            var whole = Majority.Base(pack.MajorityBase, due, present, tally.Valid);
            var outcome = Decide(tally, votes, whole, holders, pack);
            outcomes.Add(outcome);
            if (seatPolicy != SeatPolicy.Separate)
            {
                foreach (var name in outcome.Elected)
                {
                    holders.Add(name, tally.Post);
                }
            }
        }

        return outcomes;
    }

    private static int[] Votes(ContestTally tally, SeatPolicy seatPolicy, Dictionary<string, int> carried)
    {
        int[] votes = [.. tally.Names.Select(name => name.Approve)];
        if (seatPolicy == SeatPolicy.Cumulative)
        {
            for (var i = 0; i < votes.Length; i++)
            {
                votes[i] += carried.GetValueOrDefault(tally.Names[i].Name);
                carried[tally.Names[i].Name] = votes[i];
            }
        }

        return votes;
    }

    private static ContestOutcome Decide(
        ContestTally tally, int[] votes, int whole, Dictionary<string, string> holders, RulePack pack)
    {
        var running = Enumerable.Range(0, votes.Length).Where(i => !holders.ContainsKey(tally.Names[i].Name)).ToArray();
        var choice = Selection.Choose([.. running.Select(i => votes[i])], tally.Seats, whole, pack.Majority);
        var fates = new Fate[votes.Length];
        Array.Fill(fates, Fate.HoldsHigherPost);
        foreach (var i in running)
        {
            fates[i] = Fate.NotElected;
        }

        Give(choice.Elected, Fate.Elected);
        Give(choice.Tied, Fate.Tied);
        Give(choice.WithoutSeat, Fate.WithoutSeat);
        var proof = new OutcomeProof(tally, votes, whole, choice.Elected.Count + choice.TiedSeats == 0 ? 0 : Boundary(), choice, pack);
        var people = Enumerable.Range(0, votes.Length).OrderByDescending(i => votes[i]).Select(i => new PersonOutcome(
            tally.Names[i].Name, votes[i], fates[i], proof.Of(i, fates[i], holders.GetValueOrDefault(tally.Names[i].Name)))).ToArray();
        return new(
            tally, whole,
            choice.TiedSeats > 0 ? OutcomeKind.Tie : choice.Open > 0 ? OutcomeKind.Shortage : OutcomeKind.Filled,
            Names(choice.Elected),
            choice.TiedSeats > 0 ? new(Names(choice.Tied), choice.TiedSeats) : null,
            choice.Open,
            people);

        void Give(IReadOnlyList<int> indexes, Fate fate)
        {
            foreach (var i in indexes)
            {
                fates[running[i]] = fate;
            }
        }

        string[] Names(IReadOnlyList<int> indexes) => [.. indexes.Select(i => tally.Names[running[i]].Name)];

        int Boundary() => votes[running[choice.TiedSeats > 0 ? choice.Tied[0] : choice.Elected[^1]]];
    }
}
