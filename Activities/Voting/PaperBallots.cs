using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>清点选票报告单 of a vote on paper.</summary>
/// <param name="Printed">印制.</param>
/// <param name="Issued">发出.</param>
/// <param name="Unused">剩余.</param>
/// <param name="Spoiled">作废 before voting.</param>
/// <param name="Returned">收回.</param>
/// <param name="Reason">Why the vote is declared void; null to count.</param>
public sealed record PaperBallotsForm(int Printed, int Issued, int Unused, int Spoiled, int Returned, string? Reason = null);

/// <summary>Whether the paper ballots add up (F6). Paper does not tell how many voted: those issued stand in for them.</summary>
public static class PaperBallots
{
    private const int Most = 1_000_000;

    public static Decided<BallotsAccounted> Account(Election election, PaperBallotsForm form, Actor actor)
    {
        int[] figures = [form.Printed, form.Issued, form.Unused, form.Spoiled, form.Returned];
        if (figures.Any(figure => figure is < 0 or > Most))
        {
            return new Refusal(RefusalKinds.Arithmetic,
                new("票数不能为负数，也不能超过一百万。", "No figure can be negative or above a million."), Expected: $"0–{Most}",
                Found: $"{figures.First(figure => figure is < 0 or > Most)}", Field: "issued");
        }

        var attendance = election.Voting.Attendance!;
        var account = new BallotAccount(
            attendance.Due, attendance.Present.Count, form.Printed, form.Issued, form.Unused, form.Spoiled, null, form.Returned);
        var result = account.Check(election.Pack);
        return result.Checks.FirstOrDefault(check => !check.Holds && check != result.Returned) is { } unbalanced
            ? Refusal.Of(unbalanced, new("请重新清点选票。", "Count the ballots again."), "issued") with { Kind = RefusalKinds.Arithmetic }
            : new BallotsAccounted(election.Voting.Round, account, result.Checks, result.IsValid, actor.Id);
    }
}
