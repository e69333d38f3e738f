using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Qualification;

internal static class QualificationFold
{
    public static Election Apply(Election state, QualificationReviewed fact) => state with
    {
        Qualifications = fact.Results.Aggregate(state.Qualifications, (all, result) => all.SetItem(result.Person, result)),
        Barred = fact.Results.Where(result => !result.Passed)
            .Aggregate(state.Barred, (barred, result) => barred.SetItem(result.Person, "qualification")),
    };
}
