using System.Globalization;
using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Benchmarks.History;

/// <summary>The product's runtime over the product's store on a real disk: journal, projections and flushes as people get them.</summary>
internal sealed class Bench : IGraphCatalog, IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly DefinitionCompiler Compiler = new(new ActivityRegistry(typeof(Bench).Assembly));
    private static readonly Actor Staff = new("p-staff-1", "李秀英", ["person:p-staff-1", "unit:zjj-jg:staff", "unit:zjj-jg:member"]);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongtui-bench-");

    private Bench() => File = Path.Combine(folder.FullName, "gongtui.db");

    /// <summary>Seven steps that need nobody.</summary>
    public static WorkflowGraph Trivial { get; } = Chain("trivial", 7, "Elsa.WriteLine", ",\"text\":{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"step\"}}", loops: false);

    /// <summary>Seven steps that each wait for a person.</summary>
    public static WorkflowGraph Tasks { get; } = Chain("tasks", 7, "Bench.AskPerson", "", loops: false);

    /// <summary>Asks one person after the other, for ever.</summary>
    public static WorkflowGraph Loop { get; } = Chain("loop", 2, "Bench.AskPerson", "", loops: true);

    public string Folder => folder.FullName;

    public string File { get; }

    public JournalDatabase Store { get; private set; } = null!;

    public Runtime Runtime { get; private set; } = null!;

    public static async Task<Bench> OpenAsync()
    {
        var bench = new Bench();
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite(bench.File);
        await using (var db = new GongtuiDb(options.Options))
            await db.Database.MigrateAsync();
        SqliteConnection.ClearAllPools();
        bench.Start();
        return bench;
    }

    /// <summary>A process that has just started: nothing in memory.</summary>
    public async Task RestartAsync()
    {
        await Store.DisposeAsync();
        Start();
    }

    public async Task<long> StartAsync(WorkflowGraph graph, int instance) =>
        Accepted(await Runtime.SendAsync(new StartCommand(Name(instance), graph) { Now = Now, By = Staff.Id }));

    /// <summary>Completes task number <paramref name="turn"/> of a run, as the inbox page does, and says where the run waits next.</summary>
    public async Task<string?> GoOnAsync(int instance, int turn, string bookmark) =>
        await Runtime.SendAsync(Complete(instance, turn, bookmark)) is Outcome.Accepted accepted
            ? Waiting(accepted) : throw new InvalidOperationException("The task was refused.");

    /// <summary>Starts a run and says where it waits.</summary>
    public async Task<string?> BeginAsync(WorkflowGraph graph, int instance) =>
        await Runtime.SendAsync(new StartCommand(Name(instance), graph) { Now = Now, By = Staff.Id }) is Outcome.Accepted accepted
            ? Waiting(accepted) : throw new InvalidOperationException("The run was refused.");

    public static string Name(int instance) => string.Create(CultureInfo.InvariantCulture, $"zjj-2026-{instance:D6}");

    public WorkflowGraph Find(string versionId, string hash) => versionId switch
    {
        "trivial-1" => Trivial,
        "tasks-1" => Tasks,
        "loop-1" => Loop,
        _ => throw new JournalException($"No version {versionId}."),
    };

    public WorkflowGraph? Published(string definitionId) => null;

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private void Start()
    {
        Store = new JournalDatabase(
            new SqliteSessions(File), [new ElectionProjection(), new TaskProjection(), new NoticeProjection(), new BoxProjection()], new Alarm(), reason => throw reason);
        Runtime = new Runtime(Store, this, [new ElectionView()], new RuntimeOptions());
    }

    private static ResumeCommand Complete(int instance, int turn, string bookmark) => new(Name(instance), bookmark)
    {
        Now = Now,
        By = Staff.Id,
        Input = new Dictionary<string, object?>
        {
            ["actor"] = FormReader.Write(Staff),
            ["completion"] = FormReader.Write(new TaskCompletion(
                string.Create(CultureInfo.InvariantCulture, $"notice-{turn}"), "publish", null, FormReader.Write(new NoticeForm("实施方案公告", "各位党员、群众：现将实施方案予以公告。", ["member", "masses"])))),
        },
    };

    private static long Accepted(Outcome outcome) =>
        outcome is Outcome.Accepted accepted ? accepted.Standing.Sequence : throw new InvalidOperationException("The command was refused.");

    private static string? Waiting(Outcome.Accepted accepted) => accepted.Entries.OfType<Waiting>().LastOrDefault()?.Bookmark;

    private static WorkflowGraph Chain(string id, int steps, string type, string more, bool loops)
    {
        var activities = string.Join(',', Enumerable.Range(1, steps).Select(n => $$"""{"id":"step-{{n}}","type":"{{type}}","name":"Step {{n}}"{{more}} }"""));
        var connections = string.Join(',', Enumerable.Range(1, loops ? steps : steps - 1)
            .Select(n => $$"""{"source":{"activity":"step-{{n}}","port":"Done"},"target":{"activity":"step-{{(n % steps) + 1}}"} }"""));
        var root = $$"""{"id":"flow","type":"Elsa.Flowchart","start":"step-1","activities":[{{activities}}],"connections":[{{connections}}] }""";
        return Compiler.Compile(WorkflowDefinition.Parse($$"""{"definitionId":"{{id}}","id":"{{id}}-1","version":1,"name":"{{id}}","root":{{root}} }"""));
    }
}
