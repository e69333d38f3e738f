using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tenure;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Elections;

/// <summary>An election as its page shows it.</summary>
[AllowedTo]
public sealed record FindElection(string Instance) : IQuery<ElectionView>;

/// <summary>An election with where it stands.</summary>
/// <param name="Tasks">Open tasks, the oldest first.</param>
/// <param name="Done">Completed tasks, the newest first.</param>
/// <param name="Boxes">Boxes with how many have cast; never more of them than that.</param>
/// <param name="Next">Procedures that can be begun from it with one click.</param>
/// <param name="Followers">Those that were.</param>
/// <param name="MayManage">Whether the caller may cancel it and deal with failures.</param>
public sealed record ElectionView(
    ElectionRow Row, InstanceState Run, Election Election, DiagramModel Model, DiagramStates States,
    IReadOnlyList<TaskRow> Tasks, IReadOnlyList<TaskRow> Done, IReadOnlyList<NoticeRow> Notices, IReadOnlyList<BoxTurnout> Boxes,
    IReadOnlyList<FollowUp> Next, IReadOnlyList<ElectionRow> Followers, bool MayManage);

/// <summary>A box and how many have cast.</summary>
public sealed record BoxTurnout(BoxState Box, Turnout Turnout);

public sealed class FindElectionHandler(GongtuiDb db, ElectionBook book, ElectionDesk desk, BoxDesk boxes, FollowUps followUps, CallerAccessor callers)
    : IRequestHandler<FindElection, Result<ElectionView>>
{
    private const int DoneShown = 50;

    public async Task<Result<ElectionView>> Handle(FindElection request, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var row = found.Value;
        if (await desk.FindAsync(request.Instance, cancellationToken) is not { } run) return KernelRefusals.UnknownElection(request.Instance);

        var tasks = db.Tasks.AsNoTracking().Where(task => task.Instance == row.Instance);
        var open = await tasks.Where(task => task.State == TaskCase.Open).OrderBy(task => task.Id).ToListAsync(cancellationToken);
        var done = await tasks.Where(task => task.State == TaskCase.Completed).OrderByDescending(task => task.ClosedAt).ThenByDescending(task => task.Id)
            .Take(DoneShown).ToListAsync(cancellationToken);
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.Instance == row.Instance)
            .OrderByDescending(notice => notice.PublishedAt).ThenByDescending(notice => notice.Id).ToListAsync(cancellationToken);

        var election = run.Election();
        var turnouts = new List<BoxTurnout>();
        foreach (var box in election.Boxes.Values)
            turnouts.Add(new(box, await boxes.TurnoutAsync(box, cancellationToken)));

        var model = DiagramModel.Of(run.Graph);
        var me = callers.Current;
        return new ElectionView(
            row, run, election, model, DiagramStates.Of(run, model), open, done, notices, turnouts,
            me.HasIn(row.Unit, Roles.Staff) ? followUps.Next(row, run) : [], await followUps.BegunAsync(row, cancellationToken),
            me.HasIn(row.Unit, Roles.Staff) || me.HasIn(row.Unit, Roles.Superior));
    }
}
