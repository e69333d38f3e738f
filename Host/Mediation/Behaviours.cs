using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using MediatR;

namespace Gongtui.Host.Mediation;

/// <summary>Counts and times every request by its type and the kind of its answer. Never looks inside: a request may carry a ballot.</summary>
public sealed class Observing<TRequest, TResponse>(ILogger<Observing<TRequest, TResponse>> log)
    : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var kind = "Faulted";
        try
        {
            var response = await next();
            kind = response.Refusal?.Kind ?? "Accepted";
            return response;
        }
        finally
        {
            var elapsed = Stopwatch.GetElapsedTime(started);
            Meters.Requests.Record(
                elapsed.TotalMilliseconds,
                new KeyValuePair<string, object?>("request", typeof(TRequest).Name),
                new KeyValuePair<string, object?>("answer", kind));
            log.LogDebug("{Request} {Answer} {Milliseconds:F1} ms", typeof(TRequest).Name, kind, elapsed.TotalMilliseconds);
        }
    }
}

/// <summary>Refuses a request that its caller may not send; see <see cref="AllowedToAttribute"/>.</summary>
public sealed class Authorising<TRequest, TResponse>(CallerAccessor callers) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IRefusable<TResponse>
{
    private static readonly AllowedToAttribute? Rule = typeof(TRequest).GetCustomAttribute<AllowedToAttribute>();

    public Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var caller = callers.Current;
        if (Rule?.Allows(caller, (request as IForUnit)?.Unit) == true) return next();
        return Task.FromResult(TResponse.Refused(caller.IsSignedIn
            ? Refusals.Forbidden(Rule?.Roles ?? [])
            : Refusals.SignInRequired()));
    }
}

/// <summary>Refuses a request that is wrong by itself.</summary>
public sealed class Checking<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IChecked
    where TResponse : IRefusable<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request.Check() is { } refusal ? Task.FromResult(TResponse.Refused(refusal)) : next();
}

internal static class Meters
{
    private static readonly Meter Host = new("Gongtui.Host");

    public static readonly Histogram<double> Requests =
        Host.CreateHistogram<double>("gongtui.requests", "ms", "Requests by type and kind of answer");
}
