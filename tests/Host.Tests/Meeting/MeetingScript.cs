using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>People of the demo who do their part in one meeting, through the same requests as the pages.</summary>
public sealed class MeetingScript(MeetingHost host)
{
    public const string Staff = "zj-01";
    public const string Superior = "gw-01";
    public const string Auditor = "gw-05";
    public const string Scrutineer = "zj-20";
    public const string Secretary = "secretary";
    public const string Deputy = "deputy";
    public const string Member = "member";

    private static readonly PlanParameters Parameters = new()
    {
        Posts =
        [
            new(Secretary, new("书记", "Secretary"), 1, CandidateMode.Equal),
            new(Deputy, new("副书记", "Deputy"), 1, CandidateMode.Equal),
            new(Member, new("委员", "Member"), 3, CandidateMode.Differential),
        ],
        TieLoops = 1,
    };

    public string Instance { get; init; } = $"meeting-{Guid.NewGuid():N}"[..24];

    public static IReadOnlyList<string> Members(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(n => $"zj-{n:00}")];

    public async Task<InstanceState> RunAsync() =>
        await host.InScopeAsync<JournalReader, InstanceState>(async reader => (await reader.LoadAsync(Instance))!.State);

    public async Task<Election> ElectionAsync() => (await RunAsync()).Election();

    public async Task<Result<T>> AsAsync<T>(string person, IRequest<Result<T>> request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var caller = (await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().FindAsync(person))!.Caller;
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().ActAs(caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Completes the open task of a kind; the refusal, if any.</summary>
    public async Task<Refusal?> TryAsync<TForm>(string kind, string person, string decision, TForm form)
    {
        var task = (await ElectionAsync()).Tasks.Values.First(open => open.Kind == kind);
        return (await AsAsync(person, new CompleteTask(Instance, task.Id, decision, null, JsonSerializer.SerializeToElement(form, Format)))).Refusal;
    }

    public async Task DoAsync<TForm>(string kind, string person, string decision, TForm form) =>
        Assert.Null((await TryAsync(kind, person, decision, form))?.Message.En);

    /// <summary>Number of the open task of a kind, as links carry it.</summary>
    public async Task<long> TaskAsync(string kind) => await host.InScopeAsync<GongtuiDb, long>(db =>
        db.Tasks.Where(task => task.Instance == Instance && task.Kind == kind && task.State == "Open").Select(task => task.Id).SingleAsync());

    public async Task ToAttendanceAsync()
    {
        Assert.Null((await AsAsync(Staff, new StartElection("zj", MeetingHost.Procedure, "测试选举", Instance))).Refusal?.Message.En);
        var today = await host.InScopeAsync<ElectionDesk, DateOnly>(desk => Task.FromResult(desk.Today));
        await DoAsync(TaskKinds.Plan, Staff, Decisions.Submit, new PlanForm(Parameters, today.AddDays(30), "三楼会议室", "德才兼备，群众公认。", "平票只再投一次，便于测试。"));
        await TellAsync(new ShortlistDecided(
            [new(Secretary, ["zj-03"]), new(Deputy, ["zj-04"]), new(Member, Members(5, 8))], new(5, 5, 5), [], Staff));
        await DoAsync(TaskKinds.Notice, Staff, Decisions.Publish, new NoticeForm("会议通知", "请准时到会。", [Principals.Member]));
    }

    /// <summary>Members 1 to <paramref name="present"/> come; zj-20 is scrutineer, zj-21 teller.</summary>
    public async Task OpenAsync(int present = 30)
    {
        await DoAsync(TaskKinds.Attendance, Staff, Decisions.Open, new AttendanceForm(Members(1, present), []));
        await DoAsync(TaskKinds.Tellers, Staff, Decisions.Adopt, new TellersForm([Scrutineer], ["zj-21"], present, Rules: new(present - 1, 0, 1)));
    }

    /// <summary>A sheet of the open round that marks these names ○ and every other printed name ×.</summary>
    public async Task<BallotSheet> SheetAsync(params string[] approved)
    {
        var voting = (await ElectionAsync()).Voting;
        return new(voting.Round, [.. voting.Contests.Select(contest => new ContestPart(contest.Post, [.. contest.Candidates.Select(person =>
            new BallotLine(person, approved.Contains(person) ? Mark.Approve : Mark.Against))]))]);
    }

    public Task<Result<SheetReceipt>> CastAsync(string person, BallotSheet sheet, string attempt = "") =>
        AsAsync(person, new CastBallot(Instance, sheet, attempt));

    /// <summary>Members 1, 2, … cast: as many of each sheet as it says.</summary>
    public async Task VoteAsync(params (int People, string[] Approved)[] votes)
    {
        var next = 1;
        foreach (var (people, approved) in votes)
        {
            var sheet = await SheetAsync(approved);
            foreach (var person in Members(next, next + people - 1)) Assert.Null((await CastAsync(person, sheet)).Refusal?.Message.En);
            next += people;
        }
    }

    public Task CloseAsync() => DoAsync(TaskKinds.CloseBallot, Scrutineer, Decisions.Count, new { });

    /// <summary>Everybody votes for everybody on the ballot up to zj-07, and the result is announced and ratified.</summary>
    public async Task ToEndAsync()
    {
        await OpenAsync();
        await VoteAsync((30, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));
        await CloseAsync();
        await DoAsync(TaskKinds.Announce, Staff, Decisions.Announce, new AnnounceForm());
        await DoAsync(TaskKinds.Ratify, Superior, Decisions.Ratify, new RatifyForm("批〔2026〕1号", "备〔2026〕1号"));
    }

    private static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(
            FactJson.Default, new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver()),
    };

    private async Task TellAsync<TFact>(TFact fact) => await host.InScopeAsync<Runtime, Outcome>(async runtime =>
    {
        var outcome = await runtime.SendAsync(new TellCommand(Instance, typeof(TFact).Name, FormReader.Write(fact), _ => null)
        {
            Now = (await RunAsync()).At,
            By = Staff,
        });
        Assert.IsType<Outcome.Accepted>(outcome);
        return outcome;
    });
}
