using System.Collections.Concurrent;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Audit;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Api.Instances;

/// <summary>A run that the caller may look at, as far as it may be shown.</summary>
/// <param name="State">As of the last entry that may be shown.</param>
/// <param name="SeesFacts">Whether what was recorded about people is shown, too. That is for auditors and the unit's staff, as on the replay;
/// designers see the flow.</param>
internal sealed record OpenedRun(ElectionRow Row, InstanceState State, RunStory Story, bool SeesFacts);

/// <summary>Lets designers look at runs, no further than the announcement of a result allows.</summary>
internal sealed class InstanceDoor(GongtuiDb db, JournalReader reader, AuditHorizon horizon, RunStories stories)
{
    /// <summary>Elections that a caller may look at. A run without a unit is a designer's own and no election.</summary>
    public static IQueryable<ElectionRow> Visible(IQueryable<ElectionRow> elections, Caller caller)
    {
        var units = caller.Units.Where(unit => caller.HasIn(unit, Roles.Designer)).ToList();
        if (caller.Has(Roles.Designer)) units.Add("");
        return elections.Where(row => units.Contains(row.Unit));
    }

    public async Task<Result<ElectionRow>> RowAsync(string instance, Caller caller, CancellationToken cancellationToken) =>
        await Visible(db.Elections.AsNoTracking(), caller).FirstOrDefaultAsync(row => row.Instance == instance, cancellationToken) is { } row
            ? row
            : KernelRefusals.UnknownElection(instance);

    public async Task<Result<OpenedRun>> OpenAsync(string instance, Caller caller, CancellationToken cancellationToken)
    {
        var row = await RowAsync(instance, caller, cancellationToken);
        if (!row.Accepted) return row.Refusal;
        var newest = (await reader.LoadAsync(instance, cancellationToken))!.State;
        var last = await horizon.LastAsync(newest, cancellationToken);
        var state = last == newest.Sequence ? newest : (await reader.SeekAsync(instance, last, cancellationToken))!;
        var story = await stories.GetAsync(instance, last, cancellationToken);
        return new OpenedRun(row.Value, state, story, SeesFacts(caller, row.Value.Unit));
    }

    /// <summary>Counts of every node that was reached, as far as they may be shown. For those who were let in before.</summary>
    public async Task<System.Text.Json.Nodes.JsonArray> StatsAsync(string instance, CancellationToken cancellationToken)
    {
        var newest = (await reader.LoadAsync(instance, cancellationToken))!.State;
        return ExecutionAnswers.Stats(await stories.GetAsync(instance, await horizon.LastAsync(newest, cancellationToken), cancellationToken), null);
    }

    private static bool SeesFacts(Caller caller, string unit) =>
        unit.Length == 0 || caller.HasIn(unit, Roles.Auditor) || caller.HasIn(unit, Roles.Staff);
}

/// <summary>Keeps the latest stories: a viewer asks for the same one five times a second.</summary>
internal sealed class RunStories(JournalReader reader, Engine.Execution.IGraphCatalog graphs)
{
    private const int Most = 64;
    private readonly ConcurrentDictionary<string, (long Sequence, RunStory Story)> _kept = new(StringComparer.Ordinal);

    public async Task<RunStory> GetAsync(string instance, long upTo, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(instance, out var known) && known.Sequence == upTo) return known.Story;
        var story = new RunStory(graphs).Tell(await reader.EntriesAsync(instance, 0, upTo, cancellationToken));
        if (_kept.Count >= Most) _kept.Clear();
        _kept[instance] = (upTo, story);
        return story;
    }
}
