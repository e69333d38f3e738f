using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>Whether the meeting may elect (F4, F5).</summary>
public static class Attendance
{
    private static readonly Threshold MoreThanHalf = new(new(1, 2), Strict: true);

    /// <summary>The figures as they are, whether they make a quorum or not; the page shows them while people arrive.</summary>
    public static Decided<AttendanceCounted> Count(Election election, AttendanceForm form)
    {
        var electorate = Stages.Electorate(election).ToHashSet(StringComparer.Ordinal);
        var problem = FormRules.OnRoll(election, form.Present, "present")
            ?? form.Present.Where(id => !electorate.Contains(id)).Select(id => NoRight(election, id, "present")).FirstOrDefault()
            ?? FormRules.OnRoll(election, form.Exclusions.Select(request => request.Person), "exclusions")
            ?? form.Exclusions.Select((request, index) => Check(election, electorate, request, index)).FirstOrDefault(refusal => refusal is not null)
            ?? Votes(form);
        if (problem is not null)
        {
            return problem;
        }

        var adopted = form.ExclusionsYes is { } yes && MoreThanHalf.IsMet(yes, form.Present.Count);
        var present = form.Present.ToHashSet(StringComparer.Ordinal);
        var requests = form.Exclusions.ToDictionary(request => request.Person, StringComparer.Ordinal);
        var due = DueNumber.Count(
        [
            .. election.People.Values.Where(person => person.Kind != PersonKind.Masses && IsListed(election, electorate, person.Id)).Select(person => new RollEntry(
                person.Printed, Standing(person),
                requests.TryGetValue(person.Id, out var request) ? new(request.Ground, request.Evidence, true, adopted) : null,
                present.Contains(person.Id))),
        ]);
        return new AttendanceCounted(
            election.Voting.Round, due.Due, form.Present, form.Exclusions, form.ExclusionsYes, due.Proof,
            Quorum.Check(due.Due, due.Present, election.Pack));
    }

    /// <summary>Why this attendance does not allow this decision, or null: opening needs the quorum, adjourning needs its absence.</summary>
    public static Refusal? Allows(AttendanceCounted attendance, bool open) => (open, attendance.Quorum.Holds) switch
    {
        (true, false) => Refusal.Of(attendance.Quorum,
            new("请等候到会后重新清点；确实不足的，选择“延期”。", "Wait and count again; if they do not come, adjourn."), "present"),
        (false, true) => new(RefusalKinds.Rule,
            new($"{attendance.Quorum.Sentence.Zh}不能以人数不足为由延期。", $"{attendance.Quorum.Sentence.En} It cannot be adjourned for want of a quorum."),
            Found: attendance.Quorum.Inequality, Article: attendance.Quorum.Article.Display,
            NextStep: new("请宣布开会。", "Open the meeting."), Field: "present"),
        _ => null,
    };

    // The members' meeting counts from the whole roll, with what each standing means; a committee from its own members.
    private static bool IsListed(Election election, HashSet<string> electorate, string person) =>
        election.Voting.Stage != VotingStage.Committee || electorate.Contains(person);

    private static Refusal? Check(Election election, HashSet<string> electorate, ExclusionRequest request, int index) =>
        electorate.Contains(request.Person)
            ? FormRules.Filled(request.Evidence, $"exclusions[{index}].evidence", new("上级同意的依据", "the superior's consent"), 500)
            : NoRight(election, request.Person, $"exclusions[{index}].person");

    private static Refusal? Votes(AttendanceForm form) => (form.Exclusions.Count, form.ExclusionsYes) switch
    {
        (0, null) => null,
        ( > 0, >= 0) when form.ExclusionsYes <= form.Present.Count => null,
        _ => new(RefusalKinds.Incomplete,
            new("不计入应到会人数须经大会表决：请填写赞成人数。", "Leaving people out needs a vote of the meeting: give the number in favour."),
            Expected: form.Exclusions.Count == 0 ? "" : $"0–{form.Present.Count}", Found: $"{form.ExclusionsYes}",
            Article: Articles.DueNumber.Display, Field: "exclusionsYes"),
    };

    private static Refusal NoRight(Election election, string id, string field) => new(
        RefusalKinds.Unknown,
        new($"{election.NameOf(id)}没有选举权，不计入应到和实到。", $"{election.NameOf(id)} has no right to vote and counts neither as due nor as present."),
        Found: id, Article: Articles.DueNumber.Display, NextStep: new("列席人员不必登记。", "Do not list those who only attend."), Field: field);

    private static Standing Standing(Person person) => (person.Kind, person.Rights) switch
    {
        (PersonKind.Probationary, _) => Rules.Standing.Probationary,
        (_, Rights.UnderProbation) => Rules.Standing.OnProbation,
        (_, Rights.Suspended) => Rules.Standing.Suspended,
        _ => Rules.Standing.Full,
    };
}
