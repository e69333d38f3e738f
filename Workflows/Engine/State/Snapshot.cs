using Gongtui.Engine.Expressions;
using Gongtui.Engine.Journal;

namespace Gongtui.Engine.State;

public sealed partial class InstanceState
{
    /// <summary>Saves the state, so that a later load or seek need not fold from the beginning. A cache: it may be deleted at any time.</summary>
    public byte[] Save() => JsonSerializer.SerializeToUtf8Bytes(new Saved(
        InstanceId, Graph.VersionId, Graph.Hash, Sequence, At, By, StartedAt, CorrelationId, ParentInstance, ParentBookmark, TriggerActivityId, End, LastResult,
        Input, output, NextRun,
        [.. runs.Values.OrderBy(r => r.Id).Select(r => new SavedRun(r.Id, r.Node.Id, r.Parent?.Id ?? 0, r.Status, r.Properties, r.Variables,
            r.Tokens?.Select(t => new SavedToken(t.From, t.Port, t.To, t.Blocked, t.Consumed)).ToList()))],
        [.. bookmarks.Values], variables, [.. Graph.Nodes.Where(n => tallies[n.Slot].Counts.Started > 0).Select(n => new SavedTally(n.Id, tallies[n.Slot].Counts, tallies[n.Slot].Outcome))], outputs, incidents,
        Views.ToDictionary(v => v.View.Name, v => v.View.Save(v.Value))), Values.Json);

    /// <exception cref="JournalException">The bytes are not a snapshot; the caller folds from the beginning instead.</exception>
    internal void Load(ReadOnlySpan<byte> snapshot)
    {
        var s = JsonSerializer.Deserialize<Saved>(snapshot, Values.Json) ?? throw new JournalException("An empty snapshot.");
        (InstanceId, Sequence, At, By, StartedAt, CorrelationId) = (s.Instance, s.Sequence, s.At, s.By, s.StartedAt, s.CorrelationId);
        (ParentInstance, ParentBookmark, TriggerActivityId, End) = (s.ParentInstance, s.ParentBookmark, s.Trigger, s.End);
        (LastResult, Input, NextRun) = (Values.Normalize(s.LastResult), Plain(s.Input), s.NextRun);
        Graph = graphs.Find(s.Version, s.Hash);
        foreach (var r in s.Runs)
        {
            var parent = r.Parent == 0 ? null : runs[r.Parent];
            var run = new ActivityRun(r.Id, Graph.Find(r.Activity)!, parent)
            {
                Status = r.Status,
                Properties = r.Properties is null ? null : Plain(r.Properties),
                Variables = r.Variables is null ? null : Plain(r.Variables),
                Tokens = r.Tokens?.Select(t => new Token(t.From, t.Port, t.To, t.Blocked, t.Consumed)).ToList(),
            };
            runs[r.Id] = run;
            parent?.Children.Add(run);
        }
        foreach (var b in s.Bookmarks)
            bookmarks[b.Id] = b with { Stimulus = Values.Normalize(b.Stimulus) };
        Copy(Plain(s.Variables), variables);
        Copy(Plain(s.Output), output);
        tallies = new Tally[Graph.Nodes.Count];
        foreach (var t in s.Tallies)
            tallies[Graph.Find(t.Activity)!.Slot] = new Tally { Counts = t.Counts, Outcome = t.Outcome };
        foreach (var (activity, of) in s.Outputs)
            outputs[activity] = Plain(of);
        incidents.AddRange(s.Incidents);
        foreach (var view in Views)
            view.Load(s.Views[view.View.Name]);
    }

    private static Dictionary<string, object?> Plain(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(p => p.Key, p => Values.Normalize(p.Value));

    private static void Copy<T>(IReadOnlyDictionary<string, T> from, Dictionary<string, T> to)
    {
        foreach (var (key, value) in from)
            to[key] = value;
    }

    private sealed record Saved(string Instance, string Version, string Hash, long Sequence, DateTimeOffset At, string? By, DateTimeOffset StartedAt,
        string? CorrelationId, string? ParentInstance, string? ParentBookmark, string? Trigger, EndKind? End, object? LastResult,
        IReadOnlyDictionary<string, object?> Input, IReadOnlyDictionary<string, object?> Output, int NextRun, List<SavedRun> Runs, List<WaitingPlace> Bookmarks,
        IReadOnlyDictionary<string, object?> Variables, List<SavedTally> Tallies,
        IReadOnlyDictionary<string, Dictionary<string, object?>> Outputs, List<Incident> Incidents,
        IReadOnlyDictionary<string, byte[]> Views);

    private sealed record SavedRun(int Id, string Activity, int Parent, ActivityStatus Status, Dictionary<string, object?>? Properties, Dictionary<string, object?>? Variables, List<SavedToken>? Tokens);

    private sealed record SavedTally(string Activity, ActivityCounts Counts, string? Outcome);

    private sealed record SavedToken(string From, string Port, string To, bool Blocked, bool Consumed);
}
