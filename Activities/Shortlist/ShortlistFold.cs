using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Shortlist;

internal static class ShortlistFold
{
    public static Election Apply(Election state, ShortlistDecided fact) =>
        state with { Shortlist = new(fact.Lists, fact.By) };
}
