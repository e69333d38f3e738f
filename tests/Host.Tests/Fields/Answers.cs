using Gongtui.Activities.Assessment;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Activities.Voting;
using Gongtui.Host.Verbs.Pilot;

namespace Gongtui.Host.Tests.Fields;

/// <summary>A lawful answer to every kind of task: those of the pilot's people, and of everybody whom the pilot did not need.</summary>
internal sealed class Answers(PilotData data, PilotElection pilot, Mishap mishap = Mishap.None)
{
    private readonly PilotPeople people = new(data, pilot);

    /// <param name="first">Whether the task was not answered before.</param>
    /// <returns>Null for boxes, and for mailboxes that were used.</returns>
    public Handed? To(Election election, OpenTask task, DateOnly today, bool first) => Mishaps.Bend(mishap, election, task, Usual(election, task, today, first));

    private Handed? Usual(Election election, OpenTask task, DateOnly today, bool first) => task.Kind switch
    {
        TaskKinds.SurveyAnswer => null,
        TaskKinds.Objection => first ? Of(Decisions.Submit, new ObjectionForm(election.Publicity!.People[0], "反映情况。")) : null,
        TaskKinds.Inquiry => Of(Decisions.Dismiss, new InquiryForm("经核查不属实。")),
        TaskKinds.TakeOffice => Of(Decisions.Submit, new TakeOfficeForm(
            [new("secretary", new("书记", "Secretary"), [Secretary]), new("member", new("委员", "Member"), [Member])],
            today.AddDays(-1), today.AddYears(3), [new(Secretary, "公开账目", today.AddDays(30)), new(Member, "走访群众", today.AddDays(60))])),
        TaskKinds.Commitment => Of(Decisions.Submit, new CommitmentForm(true, "已办")),
        TaskKinds.Settlement => Of(Decisions.HandOver, new SettlementForm("工作延续", Member)),
        TaskKinds.Review => Of(Decisions.Submit, new ReviewForm([.. election.Term!.People().Select(person => new ReviewResult(person, Level.Competent, "履职尽责"))])),
        TaskKinds.RenewalReminder => Of(Decisions.Submit, new RenewalReminderForm("请做好换届准备。")),
        TaskKinds.Renewal => Of(Decisions.Submit, new RenewalForm(election.Term!.Ends.AddDays(30), "请〔2012〕1号", "工作需要")),
        TaskKinds.RenewalApproval => Of(Decisions.Approve, new RenewalApprovalForm("批〔2012〕1号")),
        TaskKinds.Exit => Of(Decisions.Submit, new ExitForm(Secretary, "书记", ExitGround.Transfer, "工作需要")),
        TaskKinds.ExitApproval => Of(Decisions.Approve, new ExitApprovalForm("工委〔2010〕9号")),
        TaskKinds.Override => Of(Decisions.Approve, new Activities.Overriding.OverrideForm("工委〔2010〕2号")),
        TaskKinds.Vacancy => Of(Decisions.Vacant, new VacancyForm(Reason: "临近届满")),
        TaskKinds.Notice when election.Plan is null => Of(Decisions.Publish, new Activities.Notices.NoticeForm("公告", "正文", [Principals.Member])),
        TaskKinds.PublicityWork => Of(Decisions.Submit, new WorkForm(today, "会议", "部署", ["指导意见"], 30)),
        TaskKinds.CloseReceipts => Of(Decisions.Close, new CloseReceiptsForm()),
        TaskKinds.Survey => Of(Decisions.Submit, new SurveyForm("座谈", "积极", election.Survey?.Count is null ? new(100, 74, 22, 4) : null)),
        TaskKinds.CloseBox when election.Boxes[task.Content()!.Box!] is { Purpose: Activities.Boxes.BoxPurpose.Survey } box =>
            Of(Decisions.Close, new Activities.Boxes.CloseBoxForm(box.Id, 0, "ab", FormReader.Write(new SurveyCount(0, 0, 0, 0)))),
        TaskKinds.RecommendationTie => Of(Decisions.AllIn, new RecommendationTieForm("票数相等，全部列入。")),
        TaskKinds.Tie => Of(Decisions.Vacant, new TieForm("两次票数相等，暂缺。")),
        TaskKinds.Officers => Of(Decisions.Submit, new OfficersForm(
            [.. Stages.OfficerPosts(election).Select((post, index) => new PostList(post.Post, [.. Stages.ElectedFirst(election).Skip(index).Take(election.OnBallot(post))]))], "工委〔2010〕3号")),
        _ => people.Answer(election, task, today),
    };

    private string Secretary => pilot.IdOf(pilot.Organisation.Secretary[0]);

    private string Member => pilot.IdOf(pilot.Organisation.Member[0]);

    private static Handed Of<T>(string decision, T form) => new(decision, FormReader.Write(form));
}
