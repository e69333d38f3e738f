using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Elections;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Inbox;

/// <summary>Takes a task of a group on, so that nobody else does it at the same time; or gives it back.</summary>
/// <param name="Release">Gives it back.</param>
[AllowedTo]
public sealed record ClaimTask(string Instance, string Task, bool Release = false) : ICommand<Done>;

public sealed class ClaimTaskHandler(ElectionDesk desk) : IRequestHandler<ClaimTask, Result<Done>>
{
    public async Task<Result<Done>> Handle(ClaimTask request, CancellationToken cancellationToken)
    {
        var actor = desk.Actor;
        var (name, payload) = request.Release
            ? (nameof(TaskReleased), FormReader.Write(new TaskReleased(request.Task, actor.Id)))
            : (nameof(TaskClaimed), FormReader.Write(new TaskClaimed(request.Task, actor.Id)));
        var sent = await desk.SendAsync(
            (now, by) => new Admitted(name, payload, actor).Into(request.Instance, now, by),
            cancellationToken);
        return sent.Accepted ? Done.Instance : sent.Refusal;
    }
}
