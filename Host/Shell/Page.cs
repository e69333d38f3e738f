using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace Gongtui.Host.Shell;

/// <summary>A page: knows its caller and sends requests. Rendered on the server, once per request.</summary>
public abstract class Page : BilingualComponent
{
    [Inject]
    private CallerAccessor Callers { get; set; } = null!;

    [Inject]
    private IMediator Mediator { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    protected Caller Me => Callers.Current;

    /// <summary>Why the last request was not done; pages show it with <c>RefusalView</c>.</summary>
    protected Refusal? Refusal { get; private set; }

    /// <summary>Sends a request. When it is refused the answer is the default, <see cref="Refusal"/> says why and the
    /// response carries the status that belongs to it.</summary>
    protected async Task<T?> SendAsync<T>(IRequest<Result<T>> request)
    {
        var result = await Mediator.Send(request, Http.RequestAborted);
        Refusal = null;
        if (result.Accepted) return result.Value;
        Refuse(result.Refusal);
        return default;
    }

    /// <summary>Shows why something was not done; the response carries the status that belongs to it.</summary>
    protected void Refuse(Refusal refusal)
    {
        Refusal = refusal;
        Http.Items[typeof(Refusal)] = refusal;
        if (!Http.Response.HasStarted) Http.Response.StatusCode = Kinds.Status(refusal.Kind);
    }
}
