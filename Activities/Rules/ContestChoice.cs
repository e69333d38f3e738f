using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Rules;

/// <summary>One contest decided in numbers alone; <see cref="Explain"/> adds the words.</summary>
/// <param name="Tally">The count it rests on.</param>
/// <param name="Base">What the majority is a share of.</param>
/// <param name="Votes">Votes of each name of the tally that the ranking used.</param>
/// <param name="Held">For each name of the tally, the higher post that the person holds; null for those who stand.</param>
/// <param name="Selected">Who is chosen, as indexes into the tally.</param>
public sealed record ContestChoice(
    ContestTally Tally, int Base, IReadOnlyList<int> Votes, IReadOnlyList<string?> Held, Selected Selected)
{
    public OutcomeKind Outcome =>
        Selected.TiedSeats > 0 ? OutcomeKind.Tie : Selected.Open > 0 ? OutcomeKind.Shortage : OutcomeKind.Filled;

    /// <summary>The name behind an index of <see cref="Selected"/>.</summary>
    public string NameOf(int index) => Tally.Names[index].Name;

    /// <summary>The same with a line of proof for each person.</summary>
    internal ContestOutcome Explain(RulePack pack)
    {
        var fates = new Fate[Votes.Count];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = Held[i] is null ? Fate.NotElected : Fate.HoldsHigherPost;
        }

        Give(Selected.Elected, Fate.Elected);
        Give(Selected.Tied, Fate.Tied);
        Give(Selected.WithoutSeat, Fate.WithoutSeat);
        var proof = new OutcomeProof(this, pack);
        return new(
            Tally, Base, Outcome, Names(Selected.Elected),
            Selected.TiedSeats > 0 ? new(Names(Selected.Tied), Selected.TiedSeats) : null,
            Selected.Open,
            [.. Enumerable.Range(0, fates.Length).OrderByDescending(i => Votes[i])
                .Select(i => new PersonOutcome(NameOf(i), Votes[i], fates[i], proof.Of(i, fates[i])))]);

        void Give(IReadOnlyList<int> indexes, Fate fate)
        {
            foreach (var i in indexes)
            {
                fates[i] = fate;
            }
        }

        string[] Names(IReadOnlyList<int> indexes) => [.. indexes.Select(NameOf)];
    }
}
