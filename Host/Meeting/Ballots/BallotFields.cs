using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Host.Inbox.Forms;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>The fields of the voting page: one group of circles per printed name and one line for writing in beside it, named by
/// their place on the paper.</summary>
public static class BallotFields
{
    public const string Approve = "o";
    public const string Against = "x";

    public static string MarkName(int contest, int line) => $"m-{contest}-{line}";

    public static string InsteadName(int contest, int line) => $"w-{contest}-{line}";

    /// <summary>What was filled in. An unknown mark is no mark.</summary>
    public static BallotSheet Read(BallotForm form, FormValues values) => new(
        values.Whole("round") ?? 0,
        [
            .. form.Contests.Select((contest, c) => new ContestPart(contest.Post,
                [.. LinesOf(contest).Select((person, i) => new BallotLine(
                    person, person.Length == 0 ? Activities.Rules.Ballots.Mark.Approve : Mark(values.Text(MarkName(c, i))), values.Text(InsteadName(c, i))))])),
        ]);

    /// <summary>The printed names; on a paper without candidates one empty line per seat.</summary>
    public static IReadOnlyList<string> LinesOf(BallotContest contest) =>
        contest.Candidates.Count > 0 ? contest.Candidates : [.. Enumerable.Repeat("", contest.Seats)];

    private static Mark Mark(string? sent) => sent switch
    {
        Approve => Activities.Rules.Ballots.Mark.Approve,
        Against => Activities.Rules.Ballots.Mark.Against,
        _ => Activities.Rules.Ballots.Mark.Abstain,
    };
}
