using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Contract;
using Gongtui.Engine.Flow;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Verbs;

/// <summary>
/// Executes an Elsa definition in memory until it finishes or waits for a person. Delays pass at once on a virtual clock. Each written line goes to
/// the output on a line of its own, then one JSON line tells how the run stands.
/// </summary>
internal static class RunVerb
{
    private const string InstanceId = "run";

    /// <returns>0 when the definition could be run, whatever came of it; 2 when it could not.</returns>
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var (options, fault) = RunOptions.Parse(args, TimeProvider.System.GetUtcNow());
        if (options is null)
            return await RefuseAsync(errors, $"{fault} Usage: {RunOptions.Usage}");
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(options.File))!;
            var compiler = new DefinitionCompiler(new ActivityRegistry(typeof(Activities.Text).Assembly), version => FolderCatalog.Section(folder, version));
            var graph = compiler.Compile(WorkflowDefinition.Parse(await File.ReadAllBytesAsync(options.File)));
            return await RunAsync(graph, new FolderCatalog(compiler, graph, folder), options, output, errors);
        }
        catch (DefinitionException e)
        {
            return await RefuseAsync(errors, string.Join(Environment.NewLine, e.Faults.Select(f => $"{f.Path}: {f.Message}")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(errors, e.Message);
        }
    }

    private static async Task<int> RunAsync(WorkflowGraph graph, FolderCatalog catalog, RunOptions options, TextWriter output, TextWriter errors)
    {
        var store = new MemoryJournalStore(append => WriteLines(append, output));
        var runtime = new Runtime(store, catalog, [], new RuntimeOptions());
        var now = options.Now;
        if (await runtime.SendAsync(new StartCommand(InstanceId, graph) { Now = now, Input = options.Input }) is Outcome.Refused { Reason: Refusal refusal })
            return await RefuseAsync(errors, $"Expected {refusal.Expected}; found {refusal.Found}");
        var state = await StateAsync(runtime);
        while (state.SubStatus is WorkflowSubStatus.Suspended && store.NextDue is { } due)
        {
            now = due > now ? due : now;
            await runtime.FireTimersAsync(now);
            state = await StateAsync(runtime);
        }
        await output.WriteLineAsync(JsonSerializer.Serialize(Summary(state), Values.Json));
        return 0;
    }

    private static void WriteLines(Append append, TextWriter output)
    {
        foreach (var line in append.Entries.OfType<Logged>().Where(e => e.Event == WriteLine.Fact))
            output.WriteLine(line.Message);
    }

    private static async Task<InstanceState> StateAsync(Runtime runtime) => (await runtime.Reader.LoadAsync(InstanceId))!.State;

    private static object Summary(InstanceState state) => new
    {
        status = state.SubStatus is WorkflowSubStatus.Suspended ? "Running" : state.SubStatus.ToString(),
        subStatus = state.SubStatus.ToString(),
        output = state.Output,
        bookmarks = state.Bookmarks.Select(b => new { id = b.Id, name = b.Name, activityId = b.Activity, activityNodeId = state.Graph.Find(b.Activity)!.NodeId, payload = b.Stimulus, due = b.Due }),
        incidents = state.Incidents.Where(i => i.Open).Select(i => new { activityId = i.Activity, activityNodeId = state.Graph.Find(i.Activity)!.NodeId, activityType = state.Graph.Find(i.Activity)!.Activity.Type, type = i.Type, message = i.Message }),
    };

    private static async Task<int> RefuseAsync(TextWriter errors, string reason)
    {
        await errors.WriteLineAsync(reason);
        return 2;
    }
}
