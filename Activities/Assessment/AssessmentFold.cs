using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Assessment;

internal static class AssessmentFold
{
    public static Election Apply(Election state, AssessmentStarted fact) => state with { Assessment = new() { People = fact.People } };

    public static Election Apply(Election state, AssessmentTallied fact) =>
        state with { Assessment = state.Assessment with { Groups = [.. state.Assessment.Groups, fact] } };
}
