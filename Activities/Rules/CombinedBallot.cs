using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>F14: contests of one ballot decided in the order of their posts, with F9 and F10 for each and a line of proof for each person.</summary>
public static class CombinedBallot
{
    /// <summary>Decides every contest of a valid election, with the reasons.</summary>
    /// <param name="tallies">Highest post first.</param>
    /// <param name="due">应到.</param>
    /// <param name="present">实到 with the right to vote.</param>
    /// <param name="seatPolicy">The plan's choice.</param>
    /// <param name="pack">Majority, its base and the articles.</param>
    /// <param name="held">People who hold a post from an earlier round, with that post: they rank in no contest here.</param>
    public static IReadOnlyList<ContestOutcome> Decide(
        IReadOnlyList<ContestTally> tallies, int due, int present, SeatPolicy seatPolicy, RulePack pack,
        IReadOnlyDictionary<string, string>? held = null) =>
        [.. Choose(tallies, due, present, seatPolicy, pack, held).Select(choice => choice.Explain(pack))];

    /// <summary>As <see cref="Decide"/>, in numbers alone.</summary>
    public static IReadOnlyList<ContestChoice> Choose(
        IReadOnlyList<ContestTally> tallies, int due, int present, SeatPolicy seatPolicy, RulePack pack,
        IReadOnlyDictionary<string, string>? held = null)
    {
        var holders = new Dictionary<string, string>(held ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        var carried = new Dictionary<string, int>(StringComparer.Ordinal);
        var choices = new ContestChoice[tallies.Count];
        for (var c = 0; c < choices.Length; c++)
        {
            var choice = choices[c] = Choose(tallies[c], Votes(tallies[c], seatPolicy, carried), due, present, holders, pack);
            if (seatPolicy != SeatPolicy.Separate)
            {
                foreach (var i in choice.Selected.Elected)
                {
                    holders.Add(choice.NameOf(i), choice.Tally.Post);
                }
            }
        }

        return choices;
    }

    private static int[] Votes(ContestTally tally, SeatPolicy seatPolicy, Dictionary<string, int> carried)
    {
        var votes = new int[tally.Names.Count];
        for (var i = 0; i < votes.Length; i++)
        {
            votes[i] = tally.Names[i].Approve;
            if (seatPolicy == SeatPolicy.Cumulative)
            {
                votes[i] += carried.GetValueOrDefault(tally.Names[i].Name);
                carried[tally.Names[i].Name] = votes[i];
            }
        }

        return votes;
    }

    private static ContestChoice Choose(
        ContestTally tally, int[] votes, int due, int present, Dictionary<string, string> holders, RulePack pack)
    {
        var (held, running) = (new string?[votes.Length], votes);
        for (var i = 0; i < votes.Length; i++)
        {
            if (holders.TryGetValue(tally.Names[i].Name, out held[i]))
            {
                running = ReferenceEquals(running, votes) ? [.. votes] : running;
                running[i] = Selection.DoesNotStand;
            }
        }

        var whole = Majority.Base(pack.MajorityBase, due, present, tally.Valid);
        return new(tally, whole, votes, held, Selection.Choose(running, tally.Seats, whole, pack.Majority));
    }
}
