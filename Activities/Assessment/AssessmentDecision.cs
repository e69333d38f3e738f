using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Assessment;

/// <summary>What a closed assessment box comes to.</summary>
public static class AssessmentDecision
{
    /// <summary>A box closed and counted (F17), or why the figures cannot be right.</summary>
    public static Decided<AssessmentTallied> Tally(
        Election election, BoxState box, AssessmentPaper paper, CloseBoxForm sealedBox, AssessmentCount count)
    {
        if ((BoxAudit.Check(box, sealedBox, count.Returned, count.Invalid) ?? Audit(election, paper, count)) is { } wrong)
        {
            return wrong;
        }

        var participation = paper.Group == Principals.Member
            ? AssessmentSummary.CheckParticipation(count.Returned, box.EligibleCount, election.Parameters.AssessmentParticipation)
            : null;
        return new AssessmentTallied(paper.Group, box.Id, box.EligibleCount, count.Returned, count.Invalid, participation, count.People);
    }

    private static Refusal? Audit(Election election, AssessmentPaper paper, AssessmentCount count)
    {
        if (!count.People.Select(person => person.Person).SequenceEqual(paper.People, StringComparer.Ordinal))
        {
            return new(RefusalKinds.Arithmetic, new("测评统计的人员与测评表不符。", "The people counted are not those on the form."), Field: "count.people");
        }

        var valid = count.Returned - count.Invalid;
        var wrong = count.People.FirstOrDefault(person => Smallest(person) < 0 || Sum(person) != valid);
        return wrong is null ? null : new(RefusalKinds.Arithmetic,
            new($"{election.NameOf(wrong.Person)}的各等次之和 {Sum(wrong)} 与有效票 {valid} 不符。", $"The levels of {election.NameOf(wrong.Person)} make {Sum(wrong)}, not the {valid} valid forms."),
            Expected: $"{valid}", Found: $"{Sum(wrong)}", Article: Articles.Assessment.Display, Field: "count.people");
    }

    private static long Sum(AssessedPerson person) =>
        (long)person.Excellent + person.Competent + person.Basic + person.Incompetent + person.Abstain;

    private static int Smallest(AssessedPerson person) =>
        Math.Min(Math.Min(Math.Min(person.Excellent, person.Competent), Math.Min(person.Basic, person.Incompetent)), person.Abstain);
}
