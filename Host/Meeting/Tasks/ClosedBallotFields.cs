using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Meeting.Tasks;

/// <summary>清点选票并计票: the Host seals the box and counts by the rules; nobody hands a count in.</summary>
/// <remarks>Figures that cannot be right are refused while the box is still open. Sealing comes before the election hears of it:
/// after a crash between the two, closing again finds the same sealed box and the same count.</remarks>
public sealed class ClosedBallotFields(BoxDesk boxes) : ITaskFields
{
    public string Kind => TaskKinds.CloseBallot;

    public async Task<Result<JsonElement>> FindAsync(TaskCase task, string decision, JsonElement? given, CancellationToken cancellationToken)
    {
        if (task.Box is not { IsOpen: true, Form: { } form } box) return BoxRefusals.Closed(task.Data.Box ?? "");
        PaperAccount paper;
        try
        {
            paper = PaperAccount.Read(given);
        }
        catch (JsonException problem)
        {
            return FormReader.Malformed(problem);
        }

        var isVoid = decision == Decisions.Void;
        var turnout = await boxes.TurnoutAsync(box, cancellationToken);
        if (((isVoid ? MissingReason(paper) : null) ?? Unbalanced(task.Election, paper, turnout.Cast)) is { } refusal) return refusal;
        if (await boxes.SealAsync(box, cancellationToken) is not { } found) return BoxRefusals.Unknown(box.Id);

        // Everybody who voted put one sheet in: those who voted are as many as the sheets.
        var count = isVoid ? [] : FormReader.Read<IReadOnlyList<ContestTally>>(boxes.KindOf(BoxPurpose.Ballot).Count(form, found.Sheets));
        return FormReader.Write(new BallotAccountForm(
            box.Id, found.Submitted, Convert.ToHexStringLower(found.Root), found.Submitted, found.Submitted, count,
            paper.Printed, paper.Issued, paper.Unused, paper.Spoiled, paper.Reason));
    }

    private static Refusal? MissingReason(PaperAccount paper) =>
        FormRules.Filled(paper.Reason, "reason", new("宣布无效的理由", "why the vote is void"), 2000);

    private static Refusal? Unbalanced(Election election, PaperAccount paper, int cast)
    {
        int?[] figures = [paper.Printed, paper.Issued, paper.Unused, paper.Spoiled];
        if (figures.Any(figure => figure is < 0 or > 1_000_000))
            return new(RefusalKinds.Arithmetic, new("票数须在 0 至 1000000 之间。", "Figures must be from 0 to 1,000,000."), Field: "issued");
        var attendance = election.Voting.Attendance!;
        var issued = paper.Issued ?? attendance.Present.Count;
        var (unused, spoiled) = (paper.Unused ?? 0, paper.Spoiled ?? 0);
        var account = new BallotAccount(
            attendance.Due, attendance.Present.Count, paper.Printed ?? issued + unused + spoiled, issued, unused, spoiled, cast, cast);
        var result = account.Check(election.Pack);
        return result.Checks.FirstOrDefault(check => !check.Holds) is { } wrong
            ? Refusal.Of(wrong, new("请重新清点选票；票箱还没有关闭。", "Count the ballots again; the box has not been closed."), "issued") with { Kind = RefusalKinds.Arithmetic }
            : null;
    }
}
