using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Ratification;

internal static class RatificationFold
{
    public static Election Apply(Election state, ResultAnnounced fact) => state with
    {
        Voting = state.Voting with { Announced = true },
        Ratification = new(fact.Posts),
    };

    public static Election Apply(Election state, Ratified fact) =>
        state with { Ratification = state.Ratification! with { Ratified = fact.Number } };

    public static Election Apply(Election state, Filed fact) =>
        state with { Ratification = state.Ratification! with { Filed = fact.Number } };

    public static Election Apply(Election state, NotRatified fact) =>
        state with { Ratification = state.Ratification! with { Refused = true } };
}
