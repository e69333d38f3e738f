using System.Globalization;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Tasks;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;

namespace Gongtui.Features.Steps;

/// <summary>Plans that cannot be carried out: the usual plan with one thing changed.</summary>
[Binding]
public sealed class PlanMistakeSteps(Election election, Course course)
{
    [When("工作人员提交方案，其中没有一项职务")]
    public Task NoPost() => SubmitAsync(plan => plan with { Posts = [] });

    [When("工作人员提交方案，其中委员名额为 (.*)")]
    public Task Seats(int seats) => SubmitAsync(plan => Posts.Plan(seats, plan.Mode));

    [When("工作人员提交方案，其中考察差额比例为 (.*)")]
    public Task Ratio(string ratio) =>
        SubmitAsync(plan => plan with { InvestigationRatio = Activities.Rules.Ratio.TryParse(ratio, out var parsed) ? parsed : default });

    [When("工作人员提交方案，其中公示 (.*) 个工作日")]
    public Task Publicity(int days) => SubmitAsync(plan => plan with { PublicityWorkingDays = days });

    [When("工作人员提交方案，其中监票人、计票人 (.*) 名")]
    public Task Tellers(int people) => SubmitAsync(plan => plan with { Tellers = people });

    [When("工作人员提交方案，其中规则包为“(.*)”")]
    public Task Pack(string id) => SubmitAsync(plan => plan with { RulePackId = id });

    [When("工作人员提交方案，其中方式为两轮选举")]
    public Task TwoRounds() => SubmitAsync(plan => plan with { Mode = VotingMode.TwoRounds });

    [When("工作人员提交方案，其中选举大会日期为 (.*)")]
    public Task Past(string date)
    {
        course.Plan = course.Plan with { MeetingOn = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return SubmitAsync(plan => plan);
    }

    [When("工作人员提交方案，其中没有写会议地点")]
    public Task Nowhere()
    {
        course.Plan = course.Plan with { Place = " " };
        return SubmitAsync(plan => plan);
    }

    private Task SubmitAsync(Func<PlanParameters, PlanParameters> change) => election.TryAsync(
        Who.Staff, TaskKinds.Plan, Decisions.Submit, course.Plan with { Parameters = change(course.Plan.Parameters) });
}
