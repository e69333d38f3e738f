using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Qualification;

/// <summary>资格审查表: a finding on every nominee.</summary>
public sealed record QualificationForm(IReadOnlyList<QualificationResult> Results);

/// <summary>Whether a review is complete.</summary>
public static class QualificationDecision
{
    public static Decided<QualificationReviewed> Review(Election election, IReadOnlyList<string> nominees, QualificationForm form, Actor actor)
    {
        if (FormRules.Covers(election, nominees, form.Results.Select(result => result.Person), "results") is { } gap)
        {
            return gap;
        }

        foreach (var (index, result) in form.Results.Index())
        {
            if (!result.Passed && (Finding(election, result, index) ?? FormRules.Filled(
                result.Evidence, $"results[{index}].evidence", new($"{election.NameOf(result.Person)}不合格的依据", $"evidence against {election.NameOf(result.Person)}"))) is { } missing)
            {
                return missing;
            }
        }

        return new QualificationReviewed(form.Results, actor.Id);
    }

    private static Refusal? Finding(Election election, QualificationResult result, int index) => Criteria.All.Contains(result.Criterion)
        ? null
        : new(RefusalKinds.Incomplete,
            new($"请指出{election.NameOf(result.Person)}不符合哪一项条件。", $"Say which criterion {election.NameOf(result.Person)} does not meet."),
            Expected: string.Join(", ", Criteria.All), Found: result.Criterion, Field: $"results[{index}].criterion");
}
