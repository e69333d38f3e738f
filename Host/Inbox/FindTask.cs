using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Inbox;

/// <summary>A task of the caller's units, open or done, by the number that links carry.</summary>
[AllowedTo]
public sealed record FindTask(long Id) : IQuery<TaskCase>;

/// <summary>A task of the caller's units, open or done, by its name in its election.</summary>
[AllowedTo]
public sealed record FindTaskByName(string Instance, string Task) : IQuery<TaskCase>;

public sealed class FindTaskHandler(TaskCases cases)
    : IRequestHandler<FindTask, Result<TaskCase>>, IRequestHandler<FindTaskByName, Result<TaskCase>>
{
    public Task<Result<TaskCase>> Handle(FindTask request, CancellationToken cancellationToken) =>
        cases.FindAsync(request.Id, cancellationToken);

    public Task<Result<TaskCase>> Handle(FindTaskByName request, CancellationToken cancellationToken) =>
        cases.FindAsync(request.Instance, request.Task, cancellationToken);
}
