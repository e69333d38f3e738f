using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Publicity;

internal static class PublicityFold
{
    public static Election Apply(Election state, PublicityStarted fact) => state with
    {
        Publicity = new(fact.From, fact.Last, fact.People) { Filed = state.Publicity?.Filed ?? 0 },
    };

    public static Election Apply(Election state, ObjectionFiled fact) => state with
    {
        Publicity = state.Publicity! with { Filed = state.Publicity.Filed + 1, Open = [.. state.Publicity.Open, fact] },
    };

    public static Election Apply(Election state, ObjectionDecided fact) => state with
    {
        Publicity = state.Publicity! with
        {
            Open = [.. state.Publicity.Open.Where(open => open.Objection != fact.Objection)],
            Removed = fact.Upheld ? [.. state.Publicity.Removed.Union([fact.About], StringComparer.Ordinal)] : state.Publicity.Removed,
        },
        Barred = fact.Upheld ? state.Barred.SetItem(fact.About, "objection") : state.Barred,
    };

    public static Election Apply(Election state, PublicityEnded fact) =>
        state with { Publicity = state.Publicity! with { IsOver = true } };
}
