using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Investigation;

internal static class InvestigationFold
{
    public static Election Apply(Election state, InvestigationListed fact) =>
        state with { Investigation = new(fact.Lists, []) };

    public static Election Apply(Election state, InvestigationReported fact) => state with
    {
        Investigation = state.Investigation! with
        {
            Suitable = [.. fact.Reports.Where(report => report.Suitable).Select(report => report.Person)],
            Reported = true,
        },
        Barred = fact.Reports.Where(report => !report.Suitable)
            .Aggregate(state.Barred, (barred, report) => barred.SetItem(report.Person, "investigation")),
    };
}
