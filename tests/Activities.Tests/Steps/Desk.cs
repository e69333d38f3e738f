using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Refusal = Gongtui.Activities.Elections.Refusal;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>One election run by the real kernel in memory, by the diagram that ships with the product.</summary>
internal sealed class Desk : IGraphCatalog
{
    private const string Instance = "e1";
    private static readonly WorkflowGraph Graph = Compile();
    private readonly MemoryJournalStore store = new();
    private readonly Runtime runtime;

    public Desk() => runtime = new(store, this, [new ElectionView()], new() { SnapshotEvery = 16 });

    public static WorkflowGraph Procedure => Graph;

    public DateTimeOffset Now { get; set; } = Given.Now;

    public Election Election { get; private set; } = Election.None;

    public IReadOnlyList<Entry> Last { get; private set; } = [];

    public Standing? Standing { get; private set; }

    /// <summary>Kinds of the tasks that are open, in order.</summary>
    public IReadOnlyList<string> Open => [.. Election.Tasks.Values.Select(task => task.Kind).Order(StringComparer.Ordinal)];

    /// <summary>Names of all facts of the journal, in order.</summary>
    public async Task<IReadOnlyList<string>> FactsAsync() =>
        [.. (await runtime.Reader.EntriesAsync(Instance, 0, long.MaxValue)).OfType<Logged>().Select(entry => entry.Event)];

    public Task<object?> StartAsync(IReadOnlyList<Person>? people = null) => StartAsync(new Dictionary<string, object?>
    {
        ["unit"] = FormReader.Write(Given.Unit),
        ["title"] = "2026年换届",
        ["roll"] = FormReader.Write(people ?? Given.People),
    });

    public Task<object?> StartAsync(Dictionary<string, object?> input) =>
        SendAsync(new StartCommand(Instance, Graph) { Now = Now, By = Given.Staff.Id, Input = input });

    public OpenTask Task(string kind, string? group = null) =>
        Election.Tasks.Values.First(task => task.Kind == kind && (group is null || task.Content()?.Group == group));

    /// <summary>Completes a task; fails the test when it is refused.</summary>
    public async Task DoAsync<TForm>(string kind, Actor actor, string decision, TForm form, string? group = null) =>
        Assert.Null(await TryAsync(Task(kind, group), actor, decision, FormReader.Write(form)));

    /// <summary>Completes a task; returns the refusal, if any.</summary>
    public async Task<Refusal?> TryAsync<TForm>(string kind, Actor actor, string decision, TForm form) =>
        await TryAsync(Task(kind), actor, decision, FormReader.Write(form)) as Refusal;

    public Task<object?> TryAsync(OpenTask task, Actor actor, string decision, JsonElement fields) => SendAsync(new ResumeCommand(Instance, task.Bookmark!)
    {
        Now = Now,
        By = actor.Id,
        Input = new Dictionary<string, object?>
        {
            ["actor"] = FormReader.Write(actor),
            ["completion"] = FormReader.Write(new TaskCompletion(task.Id, decision, null, fields)),
        },
    });

    public async Task PassAsync(DateTimeOffset now)
    {
        Now = now;
        await runtime.FireTimersAsync(now);
        await RefreshAsync();
    }

    /// <summary>The journal folded again from nothing gives the same election.</summary>
    public async Task ReplayIsEqualAsync()
    {
        Assert.Null(await runtime.Reader.VerifyAsync(Instance));
        var view = new ElectionView();
        Election replayed = Election.None;
        await foreach (var append in runtime.Reader.ReplayAsync(Instance))
        {
            replayed = append.After.View<Election>(StepContext.View);
        }

        Assert.Equal(Convert.ToBase64String(view.Save(Election)), Convert.ToBase64String(view.Save(replayed)));
        Assert.Equal(Convert.ToBase64String(view.Save(Election)), Convert.ToBase64String(view.Save(view.Load(view.Save(Election)))));
    }

    WorkflowGraph? IGraphCatalog.Published(string definitionId) => Graph;

    WorkflowGraph IGraphSource.Find(string versionId, string hash) => Graph;

    private async Task<object?> SendAsync(Command command)
    {
        var outcome = await runtime.SendAsync(command);
        if (outcome is Outcome.Refused refused)
        {
            return refused.Reason;
        }

        (Last, Standing) = (((Outcome.Accepted)outcome).Entries, ((Outcome.Accepted)outcome).Standing);
        await RefreshAsync();
        return null;
    }

    private async Task RefreshAsync()
    {
        var state = (await runtime.Reader.LoadAsync(Instance))!.State;
        Assert.Empty(state.Incidents.Select(incident => incident.Message));
        Election = state.View<Election>(StepContext.View);
    }

    private static WorkflowGraph Compile()
    {
        var known = Gongtui.Workflows.Procedures.ProductProcedures.All().Select(json => WorkflowDefinition.Parse(json)).ToDictionary(definition => definition.VersionId);
        return new DefinitionCompiler(new ActivityRegistry(typeof(DraftPlan).Assembly), known.GetValueOrDefault).Compile(known["zhujian-1"]);
    }
}
