using Gongtui.Engine.Definitions;
using Gongtui.Engine.Expressions;
using Gongtui.Engine.Journal;

namespace Gongtui.Engine.State;

/// <summary>
/// The state of a run: what its journal says, folded. Its size depends on the diagram and on what is going on now, not on how long the history is.
/// Only <see cref="Apply"/> changes it, for old and for new entries alike, and it decides nothing.
/// </summary>
public sealed partial class InstanceState
{
    private readonly Dictionary<int, ActivityRun> runs = [];
    private readonly OrderedDictionary<string, WaitingPlace> bookmarks = [];
    private readonly Dictionary<string, object?> variables = [];
    private readonly Dictionary<string, object?> output = [];
    private Tally[] tallies = [];
    private readonly Dictionary<string, Dictionary<string, object?>> outputs = [];
    private readonly List<Incident> incidents = [];
    private readonly IGraphSource graphs;

    internal InstanceState(IGraphSource graphs, IReadOnlyList<IView> views)
    {
        this.graphs = graphs;
        Views = [.. views.Select(v => new ViewState(v))];
    }

    public string InstanceId { get; private set; } = "";
    public WorkflowGraph Graph { get; private set; } = null!;

    /// <summary>Sequence of the last applied entry; 0 before the start.</summary>
    public long Sequence { get; private set; }

    /// <summary>Instant of the last command.</summary>
    public DateTimeOffset At { get; private set; }
    public string? By { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public string? CorrelationId { get; private set; }
    public string? ParentInstance { get; private set; }
    public string? ParentBookmark { get; private set; }
    public string? TriggerActivityId { get; private set; }
    public EndKind? End { get; private set; }
    public object? LastResult { get; private set; }
    public IReadOnlyDictionary<string, object?> Input { get; private set; } = new Dictionary<string, object?>();
    public IReadOnlyDictionary<string, object?> Output => output;
    public IReadOnlyCollection<WaitingPlace> Bookmarks => bookmarks.Values;
    public IReadOnlyList<Incident> Incidents => incidents;
    public IReadOnlyCollection<ActivityRun> Runs => runs.Values;

    /// <summary>What became of each activity of the diagram so far, by activity id; one that was not reached is absent.</summary>
    public IReadOnlyDictionary<string, ActivityCounts> Counts =>
        Graph.Nodes.Where(n => tallies[n.Slot].Counts.Started > 0).ToDictionary(n => n.Id, n => tallies[n.Slot].Counts);
    internal ViewState[] Views { get; }
    internal int NextRun { get; private set; } = 1;

    public WorkflowSubStatus SubStatus => End switch
    {
        EndKind.Finished => WorkflowSubStatus.Finished,
        EndKind.Cancelled => WorkflowSubStatus.Cancelled,
        _ when incidents.Exists(i => i.Open) => WorkflowSubStatus.Faulted,
        _ when Sequence == 0 => WorkflowSubStatus.Pending,
        _ => WorkflowSubStatus.Suspended,
    };

    /// <summary>The state that a view has folded from the journal's facts.</summary>
    public T View<T>(string name) => (T)Views.First(v => v.View.Name == name).Value;

    public ActivityRun? Run(int id) => runs.GetValueOrDefault(id);

    public WaitingPlace? Bookmark(string id) => bookmarks.GetValueOrDefault(id);

    public object? InputNamed(string name) =>
        Input.TryGetValue(name, out var value) ? value
        : Input.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    public object? OutputFrom(string activityIdOrName, string name)
    {
        var of = Graph.FindByName(activityIdOrName) is { } node ? outputs.GetValueOrDefault(node.Id) : null;
        return of is null ? null : string.IsNullOrEmpty(name) ? of.Values.LastOrDefault() : of.GetValueOrDefault(name);
    }

    public string? LastOutcome(string activityIdOrName) =>
        Graph.FindByName(activityIdOrName) is { } node ? tallies[node.Slot].Outcome : null;

    internal IEnumerable<(string Activity, string Output)> OutputNames() =>
        outputs.SelectMany(o => o.Value.Keys.Select(name => (Graph.Find(o.Key)?.Activity.Name ?? o.Key, name)));

    /// <summary>Every variable that has a value, with the name of its declaration.</summary>
    public IEnumerable<(string Id, string Name, object? Value)> AllVariables()
    {
        foreach (var declared in Graph.Variables)
            yield return (declared.Id, declared.Name, variables.GetValueOrDefault(declared.Id));
        foreach (var run in runs.Values)
        {
            foreach (var declared in run.Node.Variables)
                yield return (declared.Id, declared.Name, run.Variables?.GetValueOrDefault(declared.Id));
        }
    }

    internal object? Variable(ActivityRun run, string id) => Find(run, v => v.Id == id) is { } found ? Read(found) : null;

    internal object? VariableByName(ActivityRun run, string name) => Find(run, v => v.Name == name) is { } found ? Read(found) : null;

    internal bool HasVariable(ActivityRun run, string id) => Find(run, v => v.Id == id) is not null;

    internal bool HasVariableNamed(ActivityRun run, string name) => Find(run, v => v.Name == name) is not null;

    /// <summary>The variable in the innermost scope around a run, and the run that declares it (0: the workflow).</summary>
    internal (int Scope, VariableDeclaration Declaration)? Find(ActivityRun? run, Func<VariableDeclaration, bool> match)
    {
        for (var scope = run; scope is not null; scope = scope.Parent)
        {
            if (scope.Node.Variables.FirstOrDefault(match) is { } found)
                return (scope.Id, found);
        }
        return Graph.Variables.FirstOrDefault(match) is { } declared ? (0, declared) : null;
    }

    internal IEnumerable<string> VariableNames(ActivityRun? run)
    {
        var names = Graph.Variables.Select(v => v.Name);
        for (var scope = run; scope is not null; scope = scope.Parent)
            names = names.Concat(scope.Node.Variables.Select(v => v.Name));
        return names.Distinct();
    }

    private object? Read((int Scope, VariableDeclaration Declaration) found)
    {
        var values = found.Scope == 0 ? variables : runs[found.Scope].Variables;
        return values is not null && values.TryGetValue(found.Declaration.Id, out var value) ? value : found.Declaration.Initial;
    }
}
