using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Inbox;

/// <summary>A task of the caller's units, open or done.</summary>
[AllowedTo]
public sealed record FindTask(long Id) : IQuery<TaskCase>;

public sealed class FindTaskHandler(TaskCases cases) : IRequestHandler<FindTask, Result<TaskCase>>
{
    public Task<Result<TaskCase>> Handle(FindTask request, CancellationToken cancellationToken) =>
        cases.FindAsync(request.Id, cancellationToken);
}
