using System.Globalization;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Features.Support;
using Gongtui.Host.Boxes;
using Gongtui.Host.Inbox;
using Gongtui.Host.Notices;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>After the election: commitments, reviews, exits. Before it: the five levels of publicity work.</summary>
[Binding]
public sealed class TermSteps(Election election, Clock clock, Papers papers)
{
    private static readonly Dictionary<string, ExitGround> Grounds = new(StringComparer.Ordinal)
    {
        ["辞职"] = ExitGround.Resignation,
        ["调动"] = ExitGround.Transfer,
        ["组织调整"] = ExitGround.Adjustment,
        ["免职"] = ExitGround.Removal,
        ["罢免"] = ExitGround.Recall,
    };

    [Given("任期台账：书记“(.*)”，任期 (.*) 至 (.*)，承诺：")]
    [When("工作人员建立任期台账：书记“(.*)”，任期 (.*) 至 (.*)，承诺：")]
    public async Task Open(string secretary, string from, string to, Table commitments)
    {
        if (!election.HasStarted) await election.StartAsync();
        var lines = new List<CommitmentLine>();
        foreach (var row in commitments.Rows) lines.Add(new(await election.IdOfAsync(row["姓名"]), row["承诺"], Day(row["期限"])));
        await election.TryAsync(Who.Staff, TaskKinds.TakeOffice, Decisions.Submit, new TakeOfficeForm(
            [new(Posts.Secretary, new("书记", "Secretary"), [await election.IdOfAsync(secretary)])], Day(from), Day(to), lines));
    }

    [When("“(.*)”报告“(.*)”(已|未)兑现：“(.*)”")]
    public async Task Report(string name, string what, string kept, string result)
    {
        var task = (await election.NowAsync()).Tasks.Values.First(found => found.Kind == TaskKinds.Commitment && found.Title.Zh.EndsWith(what, StringComparison.Ordinal));
        await election.TryAsync(name, new CompleteTask(
            election.Id, task.Id, Decisions.Submit, null, Activities.Elections.FormReader.Write(new CommitmentForm(kept == "已", result))));
    }

    [When("上级考评：“(.*)”为(优秀|称职|基本称职|不称职)，“(.*)”")]
    public async Task Review(string name, string level, string opinion) => await election.TryAsync(Who.Superior, TaskKinds.Review, Decisions.Submit,
        new ReviewForm([new(await election.IdOfAsync(name), LevelOf(level), opinion)]));

    [When("工作人员提出“(.*)”不再担任(.*)，方式是(.*)，理由“(.*)”")]
    public async Task Propose(string name, string post, string ground, string reason)
    {
        if (!election.HasStarted) await election.StartAsync();
        await election.TryAsync(Who.Staff, TaskKinds.Exit, Decisions.Submit, new ExitForm(await election.IdOfAsync(name), post, Grounds[ground], reason));
    }

    [When("上级(?:以“(.*)”)?(同意|不同意)退出(?:，理由“(.*)”)?")]
    public Task Decide(string number, string decision, string reason) => election.TryAsync(
        Who.Superior, TaskKinds.ExitApproval, decision == "同意" ? Decisions.Approve : Decisions.Decline, new ExitApprovalForm(number, reason));

    [When("工作人员公告“(.*)”：“(.*)”")]
    public Task Publish(string title, string body) => election.TryAsync(
        Who.Staff, TaskKinds.Notice, Decisions.Publish, new NoticeForm(title, body, ["member", "masses"]));

    [When("(上级|工作人员)登记“(.*)”：“(.*)”，文件“(.*)”")]
    public async Task Record(string who, string title, string record, string documents)
    {
        if (!election.HasStarted) await election.StartAsync();
        await election.TryAsync(Who.Of(who), TaskKinds.PublicityWork, Decisions.Submit, new WorkForm(
            clock.Today, title, record, documents.Split('、', StringSplitOptions.RemoveEmptyEntries), null));
    }

    [When("“(.*)”签收")]
    public async Task Confirm(string names)
    {
        var newest = await election.InHostAsync(services => services.GetRequiredService<GongtuiDb>().Notices
            .Where(row => row.Instance == election.Id).MaxAsync(row => row.Id));
        foreach (var name in names.Split('、')) await election.DoAsync(name, new ConfirmReading(newest));
    }

    [When("工作人员截止签收")]
    public Task Close() => election.TryAsync(Who.Staff, TaskKinds.CloseReceipts, Decisions.Close, new CloseReceiptsForm());

    [Given("前四个层面已经做完")]
    public async Task FourLevels()
    {
        foreach (var (who, title) in new[] { ("上级", "会议"), ("上级", "培训"), ("上级", "文件汇编"), ("工作人员", "方案传达") })
        {
            await Record(who, title, "已进行。", "指导意见");
            if (who != "上级" || title == "文件汇编") await Close();
        }
    }

    [When("党员无记名答复问卷：主动参加 (.*)、要求参加就参加 (.*)、不愿参加 (.*)")]
    public async Task Answer(int active, int required, int unwilling)
    {
        if (!election.HasStarted) await election.StartAsync();
        await papers.AnswerAsync(active, required, unwilling);
    }

    [When("“(.*)”再次答复问卷")]
    public async Task AnswerAgain(string name)
    {
        var box = await papers.OpenAsync(BoxPurpose.Survey, Principals.Member);
        await election.TryAsync(name, new CastSheet(box.Id, FormReader.Write(new SurveySheet(Attitude.Unwilling)), "again"));
    }

    [When("工作人员关闭问卷票箱")]
    public Task CloseSurvey() => papers.CloseAsync(Principals.Member);

    [When("上级总结评估：“(.*)”")]
    public Task Evaluate(string evaluation) => election.TryAsync(Who.Superior, TaskKinds.Survey, Decisions.Submit, new SurveyForm("座谈 3 次", evaluation));

    [When("上级按纸质问卷评估：发出 (.*) 份，主动参加 (.*)、要求参加就参加 (.*)、不愿参加 (.*)")]
    public Task Survey(int asked, int active, int required, int unwilling) => election.TryAsync(
        Who.Superior, TaskKinds.Survey, Decisions.Submit, new SurveyForm("座谈 3 次", "参与积极", new(asked, active, required, unwilling)));

    [Then("问卷统计：发给 (.*) 人，收回 (.*) 份，(不分项|主动参加 .*)")]
    public async Task Tallied(int asked, int returned, string answers)
    {
        var fact = (await election.FactsAsync<SurveyTallied>())[^1];
        Assert.Equal((asked, returned), (fact.Eligible, fact.Returned));
        Assert.Equal(answers, fact.Count is { } count ? $"主动参加 {count.Active}、要求参加就参加 {count.IfRequired}、不愿参加 {count.Unwilling}" : "不分项");
    }

    [Then("办理记录里没有个人的答复")]
    public async Task NoAnswers()
    {
        foreach (var (name, payload) in await election.FactsAsync())
            if (name != nameof(BoxOpened)) Assert.DoesNotContain("\"answer\"", payload.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Then("“(.*)”的限期待办有 (.*) 件，最早 (.*) 到期")]
    public async Task Due(string name, int count, string first)
    {
        var person = Activities.Elections.Principals.Person(await election.IdOfAsync(name));
        var due = (await election.NowAsync()).Tasks.Values.Where(task => task.Kind == TaskKinds.Commitment && task.Assignees.Contains(person)).Select(task => task.Due!.Value).Order().ToList();
        Assert.Equal((count, Activities.Elections.LocalTime.EndOf(Day(first))), (due.Count, due[0]));
    }

    [Then("承诺报告：“(.*)”(按期|逾期)(已|未)兑现")]
    public async Task Reported(string what, string when, string kept)
    {
        var term = (await election.NowAsync()).Term!;
        var fact = (await election.FactsAsync<CommitmentReported>()).First(found => term.Commitments.First(known => known.Id == found.Commitment).What == what);
        Assert.Equal((when == "逾期", kept == "已"), (fact.Late, fact.Kept));
    }

    [Then("已考评 (.*) 次")]
    public async Task Reviewed(int reviews) => Assert.Equal(reviews, (await election.NowAsync()).Term!.Reviews);

    [Then("“(.*)”已退出(.*)，文号“(.*)”")]
    public async Task Left(string name, string post, string number)
    {
        var fact = (await election.FactsAsync<PostLeft>())[^1];
        Assert.Equal((await election.IdOfAsync(name), post, number), (fact.Person, fact.Post, fact.Number));
    }

    [Then("签收 (.*) 人，应签收 (.*) 人")]
    public async Task Receipts(int read, int addressed)
    {
        var fact = (await election.FactsAsync<ReceiptsClosed>())[^1];
        Assert.Equal((read, addressed), (fact.Read, fact.Addressed));
    }

    [Then("问卷核对：“(.*)”")]
    public async Task Sum(string inequality) => Assert.Equal(inequality, (await election.FactsAsync<SurveyEvaluated>())[^1].Sum.Inequality);

    private static Level LevelOf(string level) => level switch
    {
        "优秀" => Level.Excellent,
        "称职" => Level.Competent,
        "基本称职" => Level.Basic,
        _ => Level.Incompetent,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
