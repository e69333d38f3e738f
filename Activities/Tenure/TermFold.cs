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

    public static Election Apply(Election state, HolderLeft fact) => state with
    {
        Term = state.Term! with
        {
            Left = [.. state.Term.Left, fact],
            Posts =
            [
                .. state.Term.Posts.Select(post => post.Name.Zh == fact.Post
                    ? post with { People = [.. post.People.Where(person => person != fact.Person)] }
                    : post),
            ],
        },
    };

    public static Election Apply(Election state, CommitmentSettled fact) => state with
    {
        Term = fact.To is { } heir
            ? state.Term! with { Commitments = [.. state.Term.Commitments.Select(known => known.Id == fact.Commitment ? known with { Person = heir } : known)] }
            : state.Term! with { Closed = [.. state.Term.Closed, fact.Commitment] },
    };

    public static Election Apply(Election state, RenewalReminded fact) => Renewing(state, renewal => renewal with { Reminded = fact.On });

    public static Election Apply(Election state, RenewalApplied fact) => Renewing(state, renewal => renewal with { Applied = fact, Answered = null });

    public static Election Apply(Election state, RenewalAnswered fact) => Renewing(state, renewal => renewal with { Answered = fact });

    public static Election Apply(Election state, ExitProposed fact) => state with { Exit = fact };

    public static Election Apply(Election state, PostLeft fact) => state with { Left = fact };

    public static Election Apply(Election state, CarriedOver fact) => state with { Origin = fact };

    private static Election Renewing(Election state, Func<RenewalState, RenewalState> change) =>
        state with { Term = state.Term! with { Renewal = change(state.Term.Renewal ?? new()) } };
}
