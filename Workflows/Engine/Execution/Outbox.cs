using Gongtui.Engine.Expressions;
using Gongtui.Engine.Flow;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;

namespace Gongtui.Engine.Execution;

/// <summary>
/// What a stored burst owes to other instances: children to start, parents to tell. Each step is stored before it is ticked off and refuses to happen twice
/// (a child id is used once, a bookmark is burned), so doing it again after a crash is harmless.
/// </summary>
internal sealed class Outbox(Runtime runtime, IJournalStore store, IGraphCatalog graphs)
{
    public async ValueTask FollowAsync(Outcome.Accepted accepted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standing = accepted.Standing;
        foreach (var spawned in accepted.Entries.OfType<Spawned>())
            await StartChildAsync(standing.Instance, spawned, now, cancellationToken);
        if (standing.ParentBookmark is not null)
            await TellParentAsync(new OutboxItem(standing.Instance, standing.Sequence), standing, now, cancellationToken);
    }

    public async ValueTask<int> RecoverAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await store.OutboxAsync(1024, cancellationToken);
        foreach (var item in items)
        {
            if (await runtime.Reader.SeekAsync(item.Instance, item.Sequence, cancellationToken) is not { } state)
                continue;
            var entry = (await runtime.Reader.EntriesAsync(item.Instance, item.Sequence - 1, item.Sequence, cancellationToken)).Single();
            if (entry is Spawned spawned)
                await StartChildAsync(item.Instance, spawned, now, cancellationToken);
            else if (state.ParentBookmark is not null)
                await TellParentAsync(item, Standing.Of(state), now, cancellationToken);
        }
        return items.Count;
    }

    private async ValueTask StartChildAsync(string parent, Spawned spawned, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (graphs.Published(spawned.DefinitionId) is { Faults.Count: 0 } graph)
        {
            await runtime.RouteAsync(new StartCommand(spawned.ChildInstance, graph)
            {
                Now = now, Input = spawned.Input, CorrelationId = spawned.CorrelationId, ParentInstance = parent, ParentBookmark = spawned.Bookmark,
            }, cancellationToken);
        }
        else if (spawned.Bookmark is not null)
        {
            await runtime.SendAsync(new FailChildCommand(parent, spawned.Bookmark, $"No published version of workflow definition with ID {spawned.DefinitionId} found.") { Now = now }, cancellationToken);
        }
        await store.DoneAsync(new OutboxItem(parent, spawned.Sequence), cancellationToken);
    }

    private async ValueTask TellParentAsync(OutboxItem item, Standing child, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (parent, bookmark) = (child.ParentInstance!, child.ParentBookmark!);
        if (await runtime.Reader.LoadAsync(parent, cancellationToken) is { State: { } state } && state.Bookmark(bookmark) is { } place
            && (place.Name == NestedWorkflow.ChildRested || child.IsOver))
        {
            var report = new { workflowInstanceId = child.Instance, status = child.IsOver ? "Finished" : "Running", subStatus = child.SubStatus.ToString(), output = child.Output };
            await runtime.RouteAsync(new ResumeCommand(parent, bookmark)
            {
                Now = now, Input = new Dictionary<string, object?> { [NestedWorkflow.ResultKey] = Values.Normalize(report) },
            }, cancellationToken);
        }
        await store.DoneAsync(item, cancellationToken);
    }
}
