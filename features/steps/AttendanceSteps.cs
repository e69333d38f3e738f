using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>清点到会人数 and 通过监票人、计票人.</summary>
[Binding]
public sealed class AttendanceSteps(Election election, Meeting meeting)
{
    [When("实到 (.*) 人，工作人员宣布开会")]
    public async Task Open(int present) => await CountAsync(Decisions.Open, await meeting.ComingAsync(present));

    [When("实到 (.*) 人，工作人员以“(.*)”为由宣布延期")]
    public async Task Adjourn(int present, string reason) =>
        await CountAsync(Decisions.Adjourn, await meeting.ComingAsync(present) with { Reason = reason });

    [When("实到 (.*) 人，“(.*)”经上级同意、大会 (.*) 人赞成不计入应到会人数，工作人员宣布开会")]
    public async Task OpenWithout(int present, string absent, int yes) => await CountAsync(Decisions.Open, await meeting.ComingAsync(present) with
    {
        Exclusions = [.. (await election.IdsOfAsync(absent.Split('、')))
            .Select(person => new ExclusionRequest(person, ExclusionGround.AwayWithoutTransfer, "工委〔2026〕12号"))],
        ExclusionsYes = yes,
    });

    [When("“(.*)”也登记到会，工作人员宣布开会")]
    public async Task OpenWith(string guest)
    {
        var form = await meeting.ComingAsync(28);
        await CountAsync(Decisions.Open, form with { Present = [.. form.Present, await election.IdOfAsync(guest)] });
    }

    [When("大会 (.*) 人赞成“(.*)”为监票人、“(.*)”为计票人")]
    public async Task Tellers(int yes, string scrutineers, string tellers) => await election.TryAsync(
        Who.Staff, TaskKinds.Tellers, Decisions.Adopt, await meeting.TellersAsync(scrutineers.Split('、'), tellers.Split('、'), yes));

    [Given("(.*) 人到会，大会已经开始投票")]
    [When("(.*) 人到会，大会开始投票")]
    public Task Begin(int present) => meeting.OpenAsync(present);

    [Then("应到会 (.*) 人，实到会 (.*) 人，法定人数：“(.*)”")]
    public async Task Counted(int due, int present, string inequality)
    {
        var counted = (await election.NowAsync()).Voting.Attendance!;
        Assert.Equal((due, present, inequality), (counted.Due, counted.Present.Count, counted.Quorum.Inequality));
    }

    [Then("这是第 (.*) 轮投票")]
    public async Task Round(int round) => Assert.Equal(round, (await election.NowAsync()).Voting.Round);

    private Task CountAsync(string decision, AttendanceForm form) => election.TryAsync(Who.Staff, TaskKinds.Attendance, decision, form);
}
