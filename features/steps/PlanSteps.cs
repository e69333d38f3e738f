using Gongtui.Activities.Approval;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>制订方案 and 审批.</summary>
[Binding]
public sealed class PlanSteps(Election election, Course course)
{
    [Given("方案规定委员名额 (.*) 名")]
    public void Seats(int members) => course.Plan = course.Plan with { Parameters = Posts.Plan(members) };

    [Given("方案规定到会人数须超过应到的五分之四")]
    public void StrictQuorum() => course.Change(plan => plan with { QuorumStrict = true });

    [Given("方案规定推荐末位同票由人决定是否再次推荐")]
    public void RecommendationTie() => course.Change(plan => plan with { RecommendationTie = Activities.Rules.CutTie.Again });

    [Given("方案规定公示 (.*) 个工作日")]
    public void Publicity(int days) => course.Change(plan => plan with { PublicityWorkingDays = days });

    [When("工作人员提交方案：")]
    public Task Submit(Table posts)
    {
        course.Plan = course.Plan with { Parameters = new() { Posts = [.. posts.Rows.Select(Post)] } };
        return Submit();
    }

    [When("工作人员提交方案")]
    public Task Submit() => election.TryAsync(Who.Staff, TaskKinds.Plan, Decisions.Submit, course.Plan);

    [When("上级(?:以“(.*)”)?批准(方案|预备人选)")]
    public Task Approve(string number, string subject) => Decide(Decisions.Approve, new(Number: number));

    [When("上级(?:以“(.*)”为由)?将(方案|预备人选)退回修改")]
    public Task Return(string reason, string subject) => Decide(Decisions.Return, new(Reason: reason));

    [When("上级(?:以“(.*)”为由)?不予批准(方案|预备人选)")]
    public Task Decline(string reason, string subject) => Decide(Decisions.Decline, new(Reason: reason));

    [When("“(.*)”审批(?:方案|预备人选)")]
    public Task ApproveAs(string name) => election.TryAsync(name, TaskKinds.Approval, Decisions.Approve, new ApprovalForm("固建党〔2026〕3号"));

    [Then("核对单要求委员候选人 (.*) 名、考察对象 (.*) 名")]
    public void Checklist(string candidates, string investigated)
    {
        var items = PlanChecklist.Of(course.Plan.Parameters).ToDictionary(item => item.Key, item => item.Value.Zh);
        Assert.Equal((candidates, investigated), (items["member.candidates"], items["member.investigated"]));
    }

    [Then("待办上写着退回的理由“(.*)”")]
    public async Task Reason(string reason) =>
        Assert.Equal(reason, (await election.NowAsync()).Tasks.Values.Select(task => task.Content()?.Reason).First(found => found is not null));

    private Task Decide(string decision, ApprovalForm form) => election.TryAsync(Who.Superior, TaskKinds.Approval, decision, form);

    private static PostPlan Post(TableRow row) => new(
        Posts.CodeOf(row["职务"]), new(row["职务"], Posts.CodeOf(row["职务"])), int.Parse(row["名额"], null),
        row["方式"] == "等额" ? CandidateMode.Equal : CandidateMode.Differential, Number(row, "候选人"), Number(row, "考察"));

    private static int? Number(TableRow row, string column) =>
        row.TryGetValue(column, out var text) && text.Length > 0 ? int.Parse(text, null) : null;
}
