using System.Globalization;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Voting;

/// <summary>直接选举: one round of the members' meeting. Which contests stand on its ballot follows from the election:
/// the shortlist, the tied, or those who stand in another election.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "党员大会直接选举一轮：清点到会人数、通过监票人计票人、无记名投票、清点选票、分别计票。来源：试点必经程序第7步；法定人数、监票计票、过半数当选等见基层组织选举工作条例。 One round of the members' meeting: attendance, tellers, ballot, account, count. Origin: seed, step 7; quorum, tellers and majority by regulation.",
    DisplayName = "直接选举 Election")]
[FlowNode("Elected", "NoQuorum", "Tie", "Shortage", "Void")]
public sealed class DirectElection : StepActivity
{
    /// <summary>What is voted on; a <see cref="VotingStage"/>, or empty to follow the plan.</summary>
    [Input(
        DisplayName = "选举内容 Stage",
        Description = "留空：按方案的选举方式（一张合并选票；两轮时先委员、后书记副书记；无候选人）。Committee：由当选的委员会选举书记、副书记。 Empty: as the plan votes. Committee: the elected committee elects its secretary and deputies.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "", nameof(VotingStage.Committee) },
        DefaultValue = "")]
    public Input<string> Stage { get; set; } = new("");

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var election = context.Election();
        var stage = StageOf(context);
        if (!stage.FromElected() || election.Voting.Stage == stage)
        {
            Begin(context, stage);
        }
        else if (Officers.Unchanged(election) is { } named)
        {
            context.Record(named);
            Begin(context, stage);
        }
        else
        {
            var elected = Stages.ElectedFirst(election).Select(Principals.Person);
            context.OpenTask(ForSuperior(context, TaskKinds.Officers) with { Excluded = [.. elected] }, OnOfficersAsync);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask OnOfficersAsync(ActivityExecutionContext context)
    {
        if (context.Completing<OfficersForm>(TaskKinds.Officers) is { } done
            && context.Decide(Officers.Name(context.Election(), done.Form, done.Actor)) is not null)
        {
            Begin(context, StageOf(context));
        }

        return ValueTask.CompletedTask;
    }

    private void Begin(ActivityExecutionContext context, VotingStage stage)
    {
        context.Record(Rounds.Next(context.Election(), stage));
        context.OpenTask(Staff(context, TaskKinds.Attendance), OnAttendanceAsync);
    }

    private VotingStage StageOf(ActivityExecutionContext context) =>
        Stage.GetOrDefault(context) is { Length: > 0 } named ? Enum.Parse<VotingStage>(named) : Stages.Next(context.Election());

    private async ValueTask OnAttendanceAsync(ActivityExecutionContext context)
    {
        if (context.Completing<AttendanceForm>(TaskKinds.Attendance) is not { } done
            || context.Decide(Attendance.Count(context.Election(), done.Form)) is not { } counted)
        {
            return;
        }

        var open = done.Decision == Decisions.Open;
        if (Attendance.Allows(counted, open) is { } refusal)
        {
            context.Refuse(refusal);
        }
        else if (open)
        {
            context.OpenTask(Staff(context, TaskKinds.Tellers), OnTellersAsync);
        }
        else
        {
            context.Record(new MeetingAdjourned(counted.Round, done.Form.Reason));
            await context.CompleteActivityWithOutcomesAsync("NoQuorum");
        }
    }

    private ValueTask OnTellersAsync(ActivityExecutionContext context)
    {
        if (context.Completing<TellersForm>(TaskKinds.Tellers) is not { } done || !VoteOnRules(context, done))
        {
            return ValueTask.CompletedTask;
        }

        if (done.Decision == Decisions.RejectRules)
        {
            context.OpenTask(Staff(context, TaskKinds.Tellers), OnTellersAsync);
            return ValueTask.CompletedTask;
        }

        if (context.Decide(TellerAdoption.Adopt(context.Election(), done.Form)) is null)
        {
            return ValueTask.CompletedTask;
        }

        var election = context.Election();
        var voting = election.Voting;
        if (voting.OnPaper)
        {
            context.OpenTask(Counters(context, TaskKinds.PaperBallots, [.. voting.Scrutineers, .. voting.Tellers]), OnPaperBallotsAsync);
            return ValueTask.CompletedTask;
        }

        var present = voting.Attendance!.Present;
        var round = voting.Round.ToString(CultureInfo.InvariantCulture);
        var box = context.OpenBox(
            BoxPurpose.Ballot, round, present, new BallotForm(voting.Round, voting.Contests, election.Parameters.Counting));
        var data = new TaskData(Box: box, Group: round);
        context.OpenTask(ForEach(context, TaskKinds.Ballot, [.. present.Select(Principals.Person)]) with { Data = data });
        context.OpenTask(
            ForEach(context, TaskKinds.CloseBallot, [.. voting.Scrutineers.Concat(voting.Tellers).Select(Principals.Person)]) with { Data = data },
            OnBallotClosedAsync);
        return ValueTask.CompletedTask;
    }

    /// <summary>R50: the rules come before the tellers. False after a refusal.</summary>
    private static bool VoteOnRules(ActivityExecutionContext context, Submission<TellersForm> done)
    {
        var adopt = done.Decision == Decisions.Adopt;
        if (adopt && !RulesAdoption.IsNeeded(context.Election()))
        {
            return true;
        }

        if (context.Decide(RulesAdoption.Vote(context.Election(), done.Form.Rules)) is not { } voted)
        {
            return false;
        }

        if (RulesAdoption.Allows(voted, adopt) is not { } refusal)
        {
            return true;
        }

        context.Refuse(refusal);
        return false;
    }

    private async ValueTask OnBallotClosedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<BallotAccountForm>(TaskKinds.CloseBallot) is not { } done)
        {
            return;
        }

        var election = context.Election();
        if (done.Decision == Decisions.Void && FormRules.Filled(done.Form.Reason, "reason", new("宣布无效的理由", "why the vote is void"), 2000) is { } missing)
        {
            context.Refuse(missing);
            return;
        }

        if (context.Decide(BallotCount.Account(election, done.Form, done.Actor)) is not { } accounted)
        {
            return;
        }

        var reason = done.Decision == Decisions.Void ? done.Form.Reason : accounted.Stands ? null : accounted.Checks[^1].Sentence.Zh;
        if (reason is null && context.Decide(BallotCount.Decide(election, accounted, done.Form.Count)) is null)
        {
            return;
        }

        context.Record(new BoxClosed(done.Form.Box, done.Form.Submitted, done.Form.Root));
        context.Withdraw(TaskKinds.Ballot, new("票箱已关闭", "The box is closed"));
        if (reason is not null)
        {
            context.Record(new VoteVoided(accounted.Round, reason, done.Actor.Id));
        }

        await context.CompleteActivityWithOutcomesAsync(reason is null ? Outcome(context.Election().Voting) : "Void");
    }

    private async ValueTask OnPaperBallotsAsync(ActivityExecutionContext context)
    {
        if (context.Completing<PaperBallotsForm>(TaskKinds.PaperBallots) is not { } done)
        {
            return;
        }

        if (done.Decision == Decisions.Void && FormRules.Filled(done.Form.Reason, "reason", new("宣布无效的理由", "why the vote is void"), 2000) is { } missing)
        {
            context.Refuse(missing);
            return;
        }

        if (context.Decide(PaperBallots.Account(context.Election(), done.Form, done.Actor)) is not { } accounted)
        {
            return;
        }

        if ((done.Decision == Decisions.Void ? done.Form.Reason : accounted.Stands ? null : accounted.Checks[^1].Sentence.Zh) is { } reason)
        {
            context.Record(new VoteVoided(accounted.Round, reason, done.Actor.Id));
            await context.CompleteActivityWithOutcomesAsync("Void");
            return;
        }

        OpenHandCounts(context, null);
    }

    /// <summary>Two counts at once: 监票人 and 计票人, neither sees the other's figures.</summary>
    private void OpenHandCounts(ActivityExecutionContext context, string? again)
    {
        var voting = context.Election().Voting;
        foreach (var (part, people) in new[] { (HandCount.ByScrutineers, voting.Scrutineers), (HandCount.ByTellers, voting.Tellers) })
        {
            context.OpenTask(Counters(context, TaskKinds.HandCount, people) with { Data = new(Group: part, Reason: again) }, OnHandCountedAsync);
        }
    }

    private async ValueTask OnHandCountedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<HandCountForm>(TaskKinds.HandCount) is not { } done
            || context.Decide(HandCount.Count(context.Election(), done.Task.Content()!.Group!, done.Form, done.Actor)) is null)
        {
            return;
        }

        var election = context.Election();
        if (election.Voting.HandCounts is not [var first, var second])
        {
            return;
        }

        if (HandCount.Differences(election, first.Count, second.Count) is { Count: > 0 } rows)
        {
            context.Record(new HandCountsDiffered(election.Voting.Round, rows));
            OpenHandCounts(context, string.Join("；", rows));
        }
        else if (context.Decide(BallotCount.Decide(election, election.Voting.Account!, first.Count)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync(Outcome(context.Election().Voting));
        }
    }

    private TaskRequest Counters(ActivityExecutionContext context, string kind, IReadOnlyList<string> people) =>
        ForEach(context, kind, [.. people.Select(Principals.Person)]);

    private static string Outcome(VotingState voting) =>
        Rounds.Pending(voting, PendingKind.Tie).Length > 0 ? "Tie"
        : Rounds.Pending(voting, PendingKind.Shortage).Length > 0 ? "Shortage"
        : "Elected";

    private TaskRequest Staff(ActivityExecutionContext context, string kind)
    {
        var round = context.Election().Voting.Round;
        var name = TaskCatalog.Of(kind).Name;
        return ForUnit(context, kind, Principals.Staff) with
        {
            Title = round == 1 ? name : new($"{name.Zh}（第 {round} 轮）", $"{name.En} (round {round})"),
            Data = new(Group: round.ToString(CultureInfo.InvariantCulture)),
        };
    }
}
