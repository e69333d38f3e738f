using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Elsa.Workflows;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Execution;
using Gongtui.Host.Boxes;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Tests.Support;
using Gongtui.Host.Verbs.Pilot;
using Xunit;
using Xunit.Abstractions;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Tests.Elections;

/// <summary>Electorates of nobody, of one, and of very many, through a whole election.</summary>
public sealed class ElectorateTests(ITestOutputHelper output)
{
    private static readonly PilotData Data = PilotData.Read();

    [Fact]
    public async Task An_electorate_of_nobody_is_refused_when_the_roll_is_fixed()
    {
        await using var host = new TestHost();
        await host.GrantAsync("zj-01", Roles.Staff);
        await host.InScopeAsync<GongtuiDb, int>(db =>
        {
            db.Units.Add(new UnitRow { Id = "leer", NameZh = "空支部", NameEn = "Empty branch" });
            return db.SaveChangesAsync();
        });
        var course = new Course(host, "nobody");
        var answer = await course.PostAsync("zj-01", "/api/elections", new { unit = "leer", procedure = "zhujian", title = "试验选举", id = "nobody" });
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{answer.StatusCode}");
        var problem = await answer.Content.ReadAsStringAsync();
        Assert.Contains("没有享有选举权的正式党员", problem, StringComparison.Ordinal);
        Assert.Contains("请先导入党员名册", problem, StringComparison.Ordinal);
        Assert.Equal(0, await course.HeadAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.EnterAsync("zj-01")).Client.GetAsync("/api/elections/nobody")).StatusCode);
    }

    [Theory]
    [InlineData("zhujian")]
    [InlineData("renshe")]
    [InlineData("linye")]
    public async Task An_electorate_of_one_is_told_what_cannot_be_and_can_be_ended(string procedure)
    {
        var unit = Data.Units.First(unit => unit.Procedure == procedure);
        var one = unit.Organisations[0].Secretary[0];
        var pilot = new PilotElection(Data, unit, unit.Organisations[0] with { Members = one, Probationary = "", Masses = "", Present = 1, NotRecommending = 0, Deputy = [], Member = [], Others = [] });
        var (desk, clock, people) = (new DryDesk(), new PilotClock(Data.Start), new PilotPeople(Data, pilot));
        Assert.IsType<Outcome.Accepted>(await desk.SendAsync(PilotCommands.Start("one", DryDesk.Graph(procedure), pilot, "一人支部", clock.Now)));
        var election = await desk.ElectionAsync("one");
        var plan = election.Tasks.Values.Single();
        var outcome = await desk.SendAsync(PilotCommands.HandIn("one", election, plan, people.Answer(election, plan, clock.Today)!, pilot, clock.Now));

        // One person cannot elect a committee: the plan says so before anybody is asked for anything.
        var refusal = Assert.IsType<Refusal>(Assert.IsType<Outcome.Refused>(outcome).Reason);
        Assert.NotNull(refusal.NextStep);
        Assert.IsType<Outcome.Accepted>(await desk.SendAsync(new CancelCommand("one", "党员不足三名，不设选举") { Now = clock.Now, By = "staff" }));
        Assert.Equal(WorkflowSubStatus.Cancelled, (await desk.StateAsync("one")).SubStatus);
    }

    [Fact]
    public Task A_thousand_elect_by_the_real_kernel() => ElectAsync(1_000);

    [LargeFact]
    public Task Ten_thousand_elect_by_the_real_kernel() => ElectAsync(10_000);

    [LargeFact]
    public Task A_hundred_thousand_elect_by_the_real_kernel() => ElectAsync(100_000);

    [Fact]
    public Task Ten_thousand_cast_into_one_box() => CastAsync(10_000);

    [LargeFact]
    public Task A_hundred_thousand_cast_into_one_box() => CastAsync(100_000);

    /// <summary>Plan, recommendation, assessment, investigation, notices, attendance, ballots as bytes, count, result, ratification.</summary>
    private async Task ElectAsync(int electors)
    {
        var unit = Data.Units.First(unit => unit.Procedure == "zhujian");
        var small = unit.Organisations.First(known => !Data.Variety.Tie.Contains(known.Id) && !Data.Variety.Shortage.Contains(known.Id) && !Data.Variety.Paper.Contains(known.Id) && !Data.Variety.NoQuorum.Contains(known.Id));
        var known = small.Members.Split(' ');
        var large = small with
        {
            Members = string.Join(' ', known.Concat(Enumerable.Range(1, electors - known.Length).Select(number => string.Create(CultureInfo.InvariantCulture, $"员{number:000000}")))),
            Present = electors,
            NotRecommending = 0,
            Votes = small.Votes.ToDictionary(post => post.Key, post => (IReadOnlyDictionary<string, int>)post.Value.ToDictionary(vote => vote.Key, vote => (int)((long)vote.Value * electors / known.Length))),
        };
        var (before, clock) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var result = await new PilotDesk().RunAsync(Data, new PilotElection(Data, unit, large));
        output.WriteLine($"{electors} electors: {clock.Elapsed.TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - before) >> 20} MB allocated, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB peak, {result.Entries} entries");
        Assert.True(result.IsRatified);
        Assert.Equal(electors, result.Election.Voting.Attendance!.Present.Count);
        Assert.Equal(small.Secretary, result.Elected("secretary"));
        Assert.Equal(small.Member.Order(), result.MembersOnly().Order());
    }

    /// <summary>Everybody casts through the port of the boxes onto the disk; the box is sealed and every receipt is in its tree.</summary>
    private async Task CastAsync(int electors)
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-electorate-").FullName;
        try
        {
            using var store = new BoxDatabase(new SqliteBoxes(Path.Combine(folder, "boxes.db")), TimeProvider.System);
            string[] people = [.. Enumerable.Range(1, electors).Select(number => $"p{number}")];
            var clock = Stopwatch.StartNew();
            await store.OpenAsync("e/1", people);
            var opened = clock.Elapsed;
            var cast = 0;
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (person, stop) =>
            {
                var answer = await store.CastAsync("e/1", person, Encoding.UTF8.GetBytes(person.Length % 2 == 0 ? "yes" : "no"), person, stop);
                if (answer.Status == CastStatus.Accepted) Interlocked.Increment(ref cast);
            });
            var filled = clock.Elapsed;
            var closed = (await store.CloseAsync("e/1"))!;
            output.WriteLine($"{electors} casts: open {opened.TotalSeconds:0.0} s, cast {(filled - opened).TotalSeconds:0.0} s, seal {(clock.Elapsed - filled).TotalSeconds:0.0} s");
            Assert.Equal((electors, electors), (cast, closed.Submitted));
            Assert.Equal(closed.Root, MerkleTree.Root([.. (await store.LeavesAsync("e/1"))!]));
            Assert.Equal(CastStatus.Closed, (await store.CastAsync("e/1", "p1", Encoding.UTF8.GetBytes("yes"), "again")).Status);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A test of sizes that take minutes: only with GONGTUI_LARGE=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LargeFactAttribute : FactAttribute
{
    public LargeFactAttribute() => Skip = Environment.GetEnvironmentVariable("GONGTUI_LARGE") == "1" ? null : "takes minutes: GONGTUI_LARGE=1 runs it";
}
