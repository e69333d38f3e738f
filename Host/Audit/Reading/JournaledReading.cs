using System.Collections.Concurrent;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Audit.Reading;

/// <summary>A request that gives entries of an election's journal to its caller: who asked is written down before the answer goes out.</summary>
public interface IJournaledReading<in TResponse>
{
    /// <summary>What an accepted answer gives out.</summary>
    ReadingOf Reading(TResponse answer);
}

/// <summary>Which entries are given out.</summary>
/// <param name="What">One of <see cref="ReadingKinds"/>.</param>
public sealed record ReadingOf(string What, string Instance, long First, long Last);

/// <summary>What somebody has been shown a while ago need not be written again while they move about in it.</summary>
public sealed class RecentReadings(TimeProvider time)
{
    private static readonly TimeSpan While = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<(string Person, string What, string Instance), (long First, long Last, DateTimeOffset Until)> recent = new();

    /// <summary>Whether this person was given these entries for the same purpose within the last half hour.</summary>
    public bool Covers(string person, ReadingOf reading) =>
        recent.TryGetValue((person, reading.What, reading.Instance), out var before)
        && before.First <= reading.First && before.Last >= reading.Last && before.Until > time.GetUtcNow();

    public void Remember(string person, ReadingOf reading) =>
        recent[(person, reading.What, reading.Instance)] = (reading.First, reading.Last, time.GetUtcNow() + While);
}

/// <summary>Writes the reading into the journal of those who read, and only then answers.</summary>
public sealed class Recording<TRequest, TResponse>(ReadingJournal journal, RecentReadings recent, CallerAccessor callers) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IJournaledReading<TResponse>
    where TResponse : IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var answer = await next();
        if (answer.Refusal is not null) return answer;
        var (me, reading) = (callers.Current, request.Reading(answer));
        if (!recent.Covers(me.Id, reading))
        {
            await journal.AddAsync(me.Id, me.Name, reading.What, reading.Instance, reading.First, reading.Last, cancellationToken);
            // Taking something home is written every time.
            if (reading.What == ReadingKinds.Replay) recent.Remember(me.Id, reading);
        }

        return answer;
    }
}
