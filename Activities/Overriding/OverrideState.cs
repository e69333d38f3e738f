using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Overriding;

/// <summary>An override as far as it has come.</summary>
/// <param name="Published">The version stands published by it.</param>
public sealed record OverrideState(
    OverrideAsked Asked, OverrideApproved? Approved = null, OverrideDeclined? Declined = null, bool Published = false, bool Lapsed = false)
{
    /// <summary>Whether the superior has not decided yet.</summary>
    public bool IsOpen => Approved is null && Declined is null;
}

internal static class OverrideFold
{
    public static Election Apply(Election state, OverrideAsked fact) => state with { Override = new(fact) };

    public static Election Apply(Election state, OverrideApproved fact) => With(state, asked => asked with { Approved = fact });

    public static Election Apply(Election state, OverrideDeclined fact) => With(state, asked => asked with { Declined = fact });

    public static Election Apply(Election state, VersionPublished fact) => With(state, asked => asked with { Published = true });

    public static Election Apply(Election state, OverrideLapsed fact) => With(state, asked => asked with { Lapsed = true });

    private static Election With(Election state, Func<OverrideState, OverrideState> change) =>
        state with { Override = change(state.Override.Needed("the question for an override")) };
}
