using System.Globalization;
using System.Text.Json;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Speech;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>What a person hands in.</summary>
internal sealed record Handed(string Decision, JsonElement Form);

/// <summary>The people of an election: for each kind of task what the one who is asked hands in.</summary>
internal sealed class PilotPeople(PilotData data, PilotElection pilot)
{
    /// <summary>Whether the script says anything about tasks of a kind.</summary>
    public static bool Knows(string kind) => kind is
        TaskKinds.Recommend or TaskKinds.Assess or TaskKinds.Ballot or TaskKinds.Objection or TaskKinds.Plan or TaskKinds.Approval or TaskKinds.Notice
        or TaskKinds.SelfNomination or TaskKinds.CloseNomination or TaskKinds.Organisation or TaskKinds.CloseBox or TaskKinds.Summary or TaskKinds.Qualification
        or TaskKinds.Speeches or TaskKinds.InvestigationList or TaskKinds.Investigation or TaskKinds.Shortlist or TaskKinds.Officers or TaskKinds.Attendance
        or TaskKinds.Tellers or TaskKinds.CloseBallot or TaskKinds.PaperBallots or TaskKinds.HandCount or TaskKinds.Shortage or TaskKinds.Announce or TaskKinds.Ratify;

    /// <exception cref="InvalidOperationException">The script knows nobody for the task; see <see cref="Knows"/>.</exception>
    /// <returns>Null for tasks that wait for nobody in particular, such as an objection that nobody has.</returns>
    public Handed? Answer(Election election, OpenTask task, DateOnly today) => task.Kind switch
    {
        TaskKinds.Recommend or TaskKinds.Assess or TaskKinds.Ballot or TaskKinds.Objection => null,
        TaskKinds.Plan => Of(Decisions.Submit, pilot.Plan(data, task.Content()?.Mode ?? VotingMode.Combined)),
        TaskKinds.Approval => Of(Decisions.Approve, new ApprovalForm($"工委〔2010〕{Number(election)}号")),
        TaskKinds.Notice => Of(Decisions.Publish, NoticeText.For(election, task.Content()!.Subject!)),
        TaskKinds.SelfNomination => SelfNomination.Taken(election) > 0 ? null : Of(Decisions.Submit, new SelfNominationForm(PilotElection.Member, "愿为大家服务。")),
        TaskKinds.CloseNomination => SelfNomination.Taken(election) == 0 ? null : Of(Decisions.Close, new CloseNominationForm()),
        TaskKinds.Organisation => Of(Decisions.Submit, new OrganisationForm(pilot.Lists(election, election.ToRecommend), "工作需要")),
        TaskKinds.CloseBox => Of(Decisions.Close, PilotBoxes.Close(pilot, election, election.Boxes[task.Content()!.Box!])),
        TaskKinds.Summary => Of(Decisions.Adopt, new SummaryForm([])),
        TaskKinds.Qualification => Of(Decisions.Submit, new QualificationForm([.. election.Nominees().Select(id => new QualificationResult(id, true))])),
        TaskKinds.Speeches => Of(Decisions.Submit, new SpeechesForm(today, "会议室",
            [.. election.Nominees().Select(id => new CampaignSpeechRecord(id, ["每季度公开一次党务"], "我将履行一岗双责。"))])),
        TaskKinds.InvestigationList => Of(Decisions.Submit, new InvestigationListForm(pilot.Lists(election, election.ToInvestigate), "推荐和测评得票")),
        TaskKinds.Investigation => Of(Decisions.Submit, new InvestigationForm(["组织部干部", "工委干部"],
            [.. election.Investigation!.Lists.SelectMany(list => list.People).Distinct().Select(id => new InvestigationReport(id, "德能勤绩廉良好。", "作风务实。", "创新不足。", true))])),
        TaskKinds.Shortlist => Of(Decisions.Adopt, new ShortlistForm(pilot.Lists(election, election.OnBallot), new(5, 5, 5))),
        TaskKinds.Officers => Of(Decisions.Submit, new OfficersForm([.. pilot.Lists(election, post => post.Seats).SkipLast(1)], $"工委〔2010〕{Number(election)}号")),
        TaskKinds.Attendance when pilot.IsPutOff(NumberOf(task)) => Of(Decisions.Adjourn, new AttendanceForm(
            [.. Present(election).Take(election.Electors().Count() / 2)], [], Reason: "到会人数不足，一周后再开。")),
        TaskKinds.Attendance => Of(Decisions.Open, new AttendanceForm(Present(election), [])),
        TaskKinds.Tellers => Of(Decisions.Adopt, Tellers(election)),
        TaskKinds.CloseBallot => Of(Decisions.Count, PilotBoxes.Vote(pilot, election)),
        TaskKinds.PaperBallots => Of(Decisions.Count, new PaperBallotsForm(Voters(election), Voters(election), 0, 0, Voters(election))),
        TaskKinds.HandCount => Of(Decisions.Submit, PilotBoxes.ByHand(pilot, election, NumberOf(task))),
        TaskKinds.Shortage => Of(Decisions.Submit, new ShortageForm(
            [.. Shortages.Options(election).Select(option => new ShortageAnswer(option.Post, ShortageChoice.Again, "尚有得票较多的候选人，当场另行选举。"))])),
        TaskKinds.Announce => Of(Decisions.Announce, new AnnounceForm()),
        TaskKinds.Ratify => Of(Decisions.Ratify, new RatifyForm($"工委〔2010〕{Number(election)}号", $"备〔2010〕{Number(election)}号")),
        _ => throw new InvalidOperationException($"The pilot knows nobody for the task \"{task.Kind}\"."),
    };

    /// <summary>The elected come to every vote; of the others, as many as make the number.</summary>
    private string[] Present(Election election)
    {
        string[] voters = [.. Stages.Electorate(election)];
        var elected = pilot.Organisation.Born.Keys.Select(pilot.IdOf).ToHashSet();
        return [.. voters.OrderByDescending(elected.Contains).Take(pilot.Organisation.Present)];
    }

    /// <summary>Two people present who do not stand in this round; if possible two who get no vote at all.</summary>
    private TellersForm Tellers(Election election)
    {
        var voted = pilot.Organisation.Votes.Values.SelectMany(votes => votes.Keys).Concat(pilot.Organisation.Others).Select(pilot.IdOf).ToHashSet();
        var present = election.Voting.Attendance!.Present.Count;
        string[] free = [.. TellerAdoption.Possible(election).OrderBy(voted.Contains).Take(2)];
        return new([free[0]], [free[^1]], present, pilot.OnPaper, new(present, 0, 0));
    }

    private static int Voters(Election election) => election.Voting.Attendance!.Present.Count;

    /// <summary>The number in a task's id: 2 of "attendance-2".</summary>
    internal static int NumberOf(OpenTask task) => int.Parse(task.Id.AsSpan(task.Id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    private static int Number(Election election) => election.People.Count;

    private static Handed Of<T>(string decision, T form) => new(decision, FormReader.Write(form));
}
