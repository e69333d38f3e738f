using System.Collections.Concurrent;
using Gongtui.Activities;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Verbs.Pilot;
using Gongtui.Workflows.Policy;

namespace Gongtui.Host.Procedures.Rehearsing;

/// <summary>What came of rehearsing a draft.</summary>
/// <param name="Findings">Demands of the policy that a run broke, and ways that did not come to an end.</param>
public sealed record Rehearsed(IReadOnlyList<RehearsedWay> Ways, IReadOnlyList<Finding> Findings, TimeSpan Took);

/// <summary>Rehearses drafts: each way is run, and the policy's sentences are read against what its journal says happened.</summary>
public sealed class Rehearsals(ActivityRegistry activities, Func<string, WorkflowDefinition?> sections, TimeProvider time)
{
    /// <summary>Short name of everything that a rehearsal finds.</summary>
    public const string Kind = "rehearsal";

    private const int MostRemembered = 256;
    private readonly PolicyGate gate = new(activities, sections, PolicyPublishGate.Words);
    private readonly ConcurrentDictionary<string, Rehearsed> known = new(StringComparer.Ordinal);
    private readonly Lazy<PilotData> dummies = new(PilotData.Read);

    /// <summary>Whether there is anything to rehearse: a whole procedure of open recommendation up to the announcement of its result.</summary>
    public static bool Concerns(WorkflowGraph graph) => PolicyGate.Asks(graph.Definition) && graph.Nodes.Any(node => node.Activity.Type == "Gongtui.AnnounceResult");

    /// <summary>Runs all ways; a text that was rehearsed before is not run again.</summary>
    public async Task<Rehearsed> RunAsync(WorkflowGraph graph, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(graph.Hash, out var before)) return before;
        var started = time.GetTimestamp();
        // The ways do not meet: each has a kernel and a memory of its own.
        var ways = await Task.WhenAll(RehearsalWay.All.Select(way => Task.Run(() => new RehearsalDesk(graph, dummies.Value, way).RunAsync(cancellationToken), cancellationToken)));
        var rehearsed = new Rehearsed(ways, [.. ways.SelectMany(way => Findings(graph, way))], time.GetElapsedTime(started));
        if (known.Count >= MostRemembered) known.Clear();
        return known[graph.Hash] = rehearsed;
    }

    private IEnumerable<Finding> Findings(WorkflowGraph graph, RehearsedWay way)
    {
        if (way.Stuck is { } stuck)
        {
            yield return new(Kind, new($"演练“{way.Name.Zh}”没有走到底：{stuck.Zh}。", $"The rehearsal “{way.Name.En}” did not come to its end: {stuck.En}."), false, way.At);
        }

        if (way is { Elects: false, Elected: true })
        {
            yield return new(Kind, new($"演练“{way.Name.Zh}”：仍然选出并宣布了结果。", $"The rehearsal “{way.Name.En}” elected and announced all the same."), true, way.Steps is [.., var last] ? last : null);
        }

        // A run that elected nobody is asked for the order of what it did, not for what it never came to.
        foreach (var found in gate.CheckRun(graph.Definition, way.Steps, way.Elected))
        {
            yield return new(Kind, new($"演练“{way.Name.Zh}”：{found.Message.Zh}", $"Rehearsal “{way.Name.En}”: {found.Message.En}"), true, found.Node,
                new Text($"{found.Rule}（{found.Article}）", $"{found.Rule} ({found.Article})"));
        }
    }
}
