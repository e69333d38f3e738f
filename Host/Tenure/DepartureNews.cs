using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Inbox;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Tenure;

/// <summary>Tells the ledger of a term that somebody left a post: the exit is a run of its own, which follows from the term's.</summary>
/// <remarks>The exit is on the disk before the term hears of it. What a crash left untold is told at the next start; telling twice changes nothing.</remarks>
public sealed partial class DepartureNews(GongtuiDb db, ICommands commands, JournalReader reader, ElectionClock clock, ILogger<DepartureNews> log) : ITaskEffect
{
    public string Kind => TaskKinds.ExitApproval;

    public Task DoneAsync(string instance, CancellationToken cancellationToken) => TellAsync(instance, cancellationToken);

    /// <summary>Tells of every exit that a term of a unit has not heard of.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var terms = FollowUps.Term + "-";
        var units = db.Elections.Where(row => row.Status == "Running" && row.Procedure.StartsWith(terms)).Select(row => row.Unit);
        var exits = FollowUps.Exit + "-";
        var left = await db.Elections.AsNoTracking().Where(row => row.Procedure.StartsWith(exits) && units.Contains(row.Unit))
            .OrderBy(row => row.StartedAt).Select(row => row.Instance).ToListAsync(cancellationToken);
        foreach (var exit in left) await TellAsync(exit, cancellationToken);
    }

    private async Task TellAsync(string exit, CancellationToken cancellationToken)
    {
        if (await FindAsync(exit, cancellationToken) is not { Left: { } left, Origin: { } origin } found) return;
        var news = new HolderLeft(left.Person, left.Post, left.Ground, found.Exit!.Reason, left.Number, left.On, exit);
        if (await reader.LoadAsync(origin.From, cancellationToken) is not { State: { End: null } term } || term.Election().Term is not { } ledger) return;
        if (ledger.Left.Any(known => known.From == exit)) return;
        foreach (var place in term.Bookmarks.Where(place => Departures.Bookmarks.Contains(place.Name)).OrderBy(place => Departures.Bookmarks.IndexOf(place.Name)).ToList())
        {
            var outcome = await commands.SendAsync(new ResumeCommand(origin.From, place.Id)
            {
                Now = clock.GetUtcNow(), By = left.By, Input = new Dictionary<string, object?> { [Departures.InputKey] = FormReader.Write(news) },
            }, cancellationToken);
            if (outcome is Outcome.Refused refused) LogNotHeard(log, origin.From, exit, $"{refused.Reason}");
        }
    }

    private async Task<Election?> FindAsync(string instance, CancellationToken cancellationToken) =>
        (await reader.LoadAsync(instance, cancellationToken))?.State.Election();

    [LoggerMessage(LogLevel.Warning, "The term {Term} did not take the news of the exit {Exit}: {Reason}")]
    private static partial void LogNotHeard(ILogger log, string term, string exit, string reason);
}

/// <summary>At a start, tells what a crash left untold.</summary>
public sealed partial class DepartureCatchUp(IServiceScopeFactory scopes, ILogger<DepartureCatchUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DepartureNews>().CatchUpAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next start tries again; the product works without it.
            LogFailed(log, failure);
        }
    }

    [LoggerMessage(LogLevel.Error, "Exits could not be told to their terms after the start.")]
    private static partial void LogFailed(ILogger log, Exception failure);
}
