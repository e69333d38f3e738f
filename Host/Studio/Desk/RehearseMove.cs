using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Elections;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Studio.Desk;

/// <summary>What moving a running election to the published version would do: it is done, to a copy of the journal in memory.</summary>
[AllowedTo(Roles.Designer)]
public sealed record RehearseMove(string DefinitionId, string Instance) : IQuery<RehearsedMove>;

/// <summary>How an election would stand after the move.</summary>
/// <param name="Refusal">Why it cannot move; null when it can. Then the rest tells how it stands now.</param>
/// <param name="Waiting">Steps at which it waits, before and after.</param>
/// <param name="Opened">Tasks that the move opens.</param>
/// <param name="Vanished">Tasks that the move takes away.</param>
/// <param name="ToCome">Steps that the new version adds and that have not been passed.</param>
/// <param name="NoLonger">Steps that the old version still had before it.</param>
/// <param name="Written">Entries that the move writes.</param>
/// <param name="Completed">Steps completed before.</param>
/// <param name="RunAgain">Of those, the ones that the move runs again: none, or something is wrong.</param>
/// <param name="Picture">The new diagram and how the election stands on it.</param>
public sealed record RehearsedMove(
    ElectionRow Election, ProcedureRow Target, Refusal? Refusal, IReadOnlyList<DiagramNode> Waiting, IReadOnlyList<OpenTask> Opened, IReadOnlyList<OpenTask> Vanished,
    IReadOnlyList<DiagramNode> ToCome, IReadOnlyList<DiagramNode> NoLonger, long Written, IReadOnlyList<DiagramNode> Completed, IReadOnlyList<DiagramNode> RunAgain,
    DiagramModel Picture, DiagramStates States, IReadOnlyDictionary<string, string> Marks);

public sealed class RehearseMoveHandler(GongtuiDb db, ProcedureShelf shelf, GraphCatalog graphs, JournalReader reader, TimeProvider time)
    : IRequestHandler<RehearseMove, Result<RehearsedMove>>
{
    public async Task<Result<RehearsedMove>> Handle(RehearseMove request, CancellationToken cancellationToken)
    {
        var target = await shelf.PublishedAsync(request.DefinitionId, cancellationToken);
        if (target is null || graphs.Version(target.Id) is not { } graph) return MoveRefusals.NothingPublished;
        var row = await db.Elections.AsNoTracking().FirstOrDefaultAsync(election => election.Instance == request.Instance, cancellationToken);
        if (row is null || (await reader.LoadAsync(request.Instance, cancellationToken))?.State is not { } before) return KernelRefusals.UnknownElection(request.Instance);
        var refusal = Migration.Refuse(before, graph) is { } reason ? MoveRefusals.InWords(reason) : null;
        var (after, written) = refusal is null ? await MovedAsync(request.Instance, before.Sequence, graph, cancellationToken) : (before, []);
        return Told(row, target, refusal, before, after, written);
    }

    /// <summary>The election after the move, and what the move wrote. The copy lives as long as this call.</summary>
    private async Task<(InstanceState After, IReadOnlyList<Entry> Written)> MovedAsync(string instance, long head, WorkflowGraph target, CancellationToken cancellationToken)
    {
        var copy = new MemoryJournalStore();
        await foreach (var append in reader.ReplayAsync(instance, cancellationToken)) await copy.AppendAsync(append, cancellationToken);
        var runtime = new Runtime(copy, graphs, [new Kernel.ElectionView()], new RuntimeOptions());
        await runtime.SendAsync(new MigrateCommand(instance, target) { Now = time.GetUtcNow() }, cancellationToken);
        return ((await runtime.Reader.LoadAsync(instance, cancellationToken))!.State, await runtime.Reader.EntriesAsync(instance, head, long.MaxValue, cancellationToken));
    }

    private static RehearsedMove Told(ElectionRow row, ProcedureRow target, Refusal? refusal, InstanceState before, InstanceState after, IReadOnlyList<Entry> written)
    {
        var (old, picture) = (DiagramModel.Of(before.Graph), DiagramModel.Of(after.Graph));
        var (states, tasks, left) = (DiagramStates.Of(after, picture), after.Election().Tasks, before.Election().Tasks);
        var done = old.Steps().Where(step => before.Counts.GetValueOrDefault(step.Id).Completed > 0).ToList();
        var run = written.OfType<Executing>().Select(executing => executing.Activity).ToHashSet(StringComparer.Ordinal);
        var toCome = picture.Steps().Where(step => old.Steps().All(known => known.Id != step.Id)).ToList();
        var noLonger = old.Steps().Where(step => picture.Steps().All(known => known.Id != step.Id) && before.Counts.GetValueOrDefault(step.Id).Completed == 0).ToList();
        return new(
            row, target, refusal, [.. picture.Steps().Where(step => after.Bookmarks.Any(place => place.Activity == step.Id))],
            [.. tasks.Values.Where(task => !left.ContainsKey(task.Id))], [.. left.Values.Where(task => !tasks.ContainsKey(task.Id))], toCome, noLonger, written.Count, done,
            [.. done.Where(step => run.Contains(step.Id) || (after.Graph.Find(step.Id) is not null && after.Counts.GetValueOrDefault(step.Id).Started != before.Counts.GetValueOrDefault(step.Id).Started))],
            picture, states, toCome.ToDictionary(step => step.Id, _ => "added", StringComparer.Ordinal));
    }
}
