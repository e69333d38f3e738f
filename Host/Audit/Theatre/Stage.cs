using System.Globalization;
using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Host.Identity;

namespace Gongtui.Host.Audit.Theatre;

/// <summary>Everything that the theatre shows as of an entry, as named pieces; moves on entry by entry and says which pieces changed.</summary>
/// <remarks>A piece is named panel/item. Only what a fact or a step touched is made again, so a long history costs what happens in it.</remarks>
public sealed class Stage(StageWriter writer)
{
    private readonly Dictionary<string, string> pieces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> changes = new(StringComparer.Ordinal);
    private Election shown = Election.None;
    private WorkflowGraph? graph;
    private DiagramModel? diagram;

    /// <summary>All pieces as of the last entry.</summary>
    public IReadOnlyDictionary<string, string> Pieces => pieces;

    /// <summary>Moves on by one entry.</summary>
    /// <param name="state">The state right after it.</param>
    /// <returns>The pieces that changed, empty where one went; the same object each time.</returns>
    public IReadOnlyDictionary<string, string> Move(Entry? entry, InstanceState state)
    {
        changes.Clear();
        if (!ReferenceEquals(graph, state.Graph))
        {
            (graph, diagram) = (state.Graph, DiagramModel.Of(state.Graph));
            Put("graph/", state.Graph.VersionId);
            Draw(state);
        }
        else if (entry is null or Executing or Completed or Canceled or Faulted or Waiting or Burned or RetryAsked or SkipAsked or Ended)
        {
            Draw(state);
        }

        if (entry is null or Ended or Faulted or RetryAsked or SkipAsked) Put("status/", state.SubStatus.ToString());
        if (entry is null or VariableSet) Panel("vars", writer.Variables(state));
        var election = state.Election();
        if (!ReferenceEquals(election, shown)) Show(election);
        return changes;
    }

    private void Draw(InstanceState state)
    {
        var states = DiagramStates.Of(state, diagram!);
        Panel("node", diagram!.Everything().SelectMany(part => part.Nodes).Select(node => (node.Id, states.Of(node.Id)))
            .Where(node => node.Item2.State != NodeState.NotReached)
            .Select(node => (node.Id, string.Create(CultureInfo.InvariantCulture, $"{node.Item2.State.ToString().ToLowerInvariant()} {node.Item2.Completed}"))));
        Panel("arrow", diagram.Everything().SelectMany(part => part.Arrows).Where(states.Went).Select(arrow => (arrow.Key, "1")));
    }

    private void Show(Election now)
    {
        var before = shown;
        shown = now;
        if (!ReferenceEquals(before.People, now.People) || !ReferenceEquals(before.Voting.Attendance, now.Voting.Attendance)) Panel("roll", writer.Roll(now));
        if (!ReferenceEquals(before.Tasks, now.Tasks)) Panel("tasks", writer.Tasks(now));
        if (!ReferenceEquals(before.Notices, now.Notices)) Panel("notices", writer.Notices(now));
        if (!ReferenceEquals(before.Boxes, now.Boxes)) Panel("boxes", writer.Boxes(now));
        if (!ReferenceEquals(before.Voting, now.Voting)) Panel("account", writer.Account(now));
        JsonElement? whole = null;
        foreach (var part in StageParts.All)
        {
            if (ReferenceEquals(part.Read(before), part.Read(now))) continue;
            whole ??= FormReader.Write(now);
            Put($"parts/{part.Name}", writer.Part(part, whole.Value.GetProperty(part.Name), now));
        }
    }

    private void Panel(string name, IEnumerable<(string Item, string Piece)> items)
    {
        var prefix = name + "/";
        var left = pieces.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var (item, piece) in items)
        {
            Put(prefix + item, piece);
            left.Remove(prefix + item);
        }

        foreach (var gone in left) Put(gone, "");
    }

    private void Put(string key, string piece)
    {
        if (pieces.GetValueOrDefault(key, "") == piece) return;
        changes[key] = piece;
        if (piece.Length == 0) pieces.Remove(key);
        else pieces[key] = piece;
    }
}

/// <summary>A part of the election that is shown as a whole.</summary>
public sealed record StagePart(string Name, Func<Election, object?> Read);

/// <summary>The parts of an election without a panel of their own, in the order of the procedure.</summary>
public static class StageParts
{
    private static readonly HashSet<string> Own = new(["Tasks", "TaskCounts", "Notices", "Boxes", "People", "Title", "Unit"], StringComparer.Ordinal);

    public static IReadOnlyList<StagePart> All { get; } =
    [
        .. typeof(Election).GetProperties()
            .Where(property => property.CanWrite && !property.GetMethod!.IsStatic && !Own.Contains(property.Name))
            .Select(property => new StagePart(JsonNamingPolicy.CamelCase.ConvertName(property.Name), election => property.GetValue(election))),
    ];
}
