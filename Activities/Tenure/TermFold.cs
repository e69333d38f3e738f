using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tenure;

internal static class TermFold
{
    public static Election Apply(Election state, TermOpened fact) =>
        state with { Term = new(fact.Posts, fact.ElectedOn, fact.Ends, fact.Commitments) };

    public static Election Apply(Election state, CommitmentReported fact) =>
        state with { Term = state.Term! with { Reported = [.. state.Term.Reported, fact.Commitment] } };

    public static Election Apply(Election state, TermReviewed fact) =>
        state with { Term = state.Term! with { Reviews = fact.Number } };

    public static Election Apply(Election state, ExitProposed fact) => state with { Exit = fact };

    public static Election Apply(Election state, PostLeft fact) => state with { Left = fact };

    public static Election Apply(Election state, CarriedOver fact) => state with { Origin = fact };
}
