using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Inbox;

/// <summary>Looks tasks up together with their elections, for the caller.</summary>
public sealed class TaskCases(GongtuiDb db, ElectionDesk desk, BoxDesk boxes, CallerAccessor callers)
{
    /// <summary>A task by the number that links carry.</summary>
    public async Task<Result<TaskCase>> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await db.Tasks.AsNoTracking().FirstOrDefaultAsync(task => task.Id == id, cancellationToken);
        if (row is null) return TaskRefusals.Unknown($"{id}");
        return callers.Current.Units.Contains(row.Unit) || IsFor(row, callers.Current)
            ? await OfAsync(row, cancellationToken)
            : TaskRefusals.NotYours;
    }

    /// <summary>A task by its id in its election.</summary>
    public async Task<Result<TaskCase>> FindAsync(string instance, string task, CancellationToken cancellationToken)
    {
        var id = await db.Tasks.AsNoTracking().Where(row => row.Instance == instance && row.Task == task)
            .Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
        return id is null ? await UnknownAsync(instance, task, cancellationToken) : await FindAsync(id.Value, cancellationToken);
    }

    public async Task<TaskCase> OfAsync(TaskRow row, CancellationToken cancellationToken)
    {
        var run = await desk.FindAsync(row.Instance, cancellationToken)
            ?? throw new InvalidOperationException($"Task {row.Task} belongs to {row.Instance}, which has no journal.");
        var election = run.Election();
        var barred = election.Tasks.TryGetValue(row.Task, out var open)
            ? TaskRules.MayAct(open, desk.Actor)
            : TaskRefusals.Closed(row.Task);
        if (run.End is not null) barred = KernelRefusals.ElectionOver($"{run.SubStatus}");
        var task = new TaskCase(row, run, election, barred, desk.Today);
        return task.Barred is null && task.Kind.InBox ? task with { Barred = await BarredFromBoxAsync(task, cancellationToken) } : task;
    }

    private async Task<Refusal?> BarredFromBoxAsync(TaskCase task, CancellationToken cancellationToken)
    {
        var me = callers.Current.Id;
        if (task.Box is not { IsOpen: true } box) return BoxRefusals.Closed(task.Data.Box ?? "");
        if (box.Eligible?.Contains(me) != true) return BoxRefusals.NotEligible;
        return await boxes.HasCastAsync(box.Id, me, cancellationToken) ? BoxRefusals.AlreadyCast : null;
    }

    /// <summary>Why a closed task cannot be done: itself closed, or the whole election over.</summary>
    public async Task<Refusal> ClosedAsync(TaskRow row, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(row.Instance, cancellationToken);
        return row.State == TaskCase.Withdrawn && status is "Cancelled" or "Finished"
            ? KernelRefusals.ElectionOver(status)
            : TaskRefusals.Closed(row.Task);
    }

    /// <summary>Why there is no such task: not in this election, or no such election.</summary>
    public async Task<Refusal> UnknownAsync(string instance, string task, CancellationToken cancellationToken) =>
        await StatusAsync(instance, cancellationToken) is null
            ? KernelRefusals.UnknownElection(instance)
            : TaskRefusals.Unknown(task);

    /// <summary>Whether the caller is among those the task is for, exclusions aside.</summary>
    public static bool IsFor(TaskRow row, Caller caller) =>
        caller.IsAnyOf(JsonSerializer.Deserialize<string[]>(row.Assignees) ?? []);

    private Task<string?> StatusAsync(string instance, CancellationToken cancellationToken) =>
        db.Elections.AsNoTracking().Where(election => election.Instance == instance)
            .Select(election => (string?)election.Status).FirstOrDefaultAsync(cancellationToken);
}
