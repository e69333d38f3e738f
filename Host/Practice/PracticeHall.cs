using System.Collections.Concurrent;
using System.Security.Cryptography;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Practice;

/// <summary>The rehearsals of this installation: few at a time, each for a while, none beyond the end of the process.</summary>
internal sealed class PracticeHall : BackgroundService
{
    /// <summary>At a time, all people together: each is an installation of its own.</summary>
    public const int Most = 3;

    /// <summary>From the start, whatever happens in it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>Without anybody looking at it.</summary>
    public static readonly TimeSpan LongestUnused = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Drill> drills = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim door = new(1);
    private readonly DrillMaker maker;
    private readonly TimeProvider time;
    private readonly string folder;

    public PracticeHall(DrillMaker maker, DataDirectory directory, TimeProvider time)
    {
        (this.maker, this.time, folder) = (maker, time, directory.File("practice"));
        // What a killed process left behind.
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    public IReadOnlyCollection<Drill> All => [.. drills.Values.OrderBy(drill => drill.StartedAt)];

    /// <summary>Starts a rehearsal of a version. Somebody's own earlier one is thrown away.</summary>
    public async Task<Result<Drill>> StartAsync(string by, ProcedureRow version, WorkflowGraph graph, CancellationToken cancellationToken)
    {
        await door.WaitAsync(cancellationToken);
        try
        {
            foreach (var mine in drills.Values.Where(drill => drill.By == by)) await DiscardAsync(mine.Id);
            if (drills.Count >= Most) return PracticeRefusals.Full;
            var id = RandomNumberGenerator.GetHexString(12, lowercase: true);
            var made = await maker.MakeAsync(id, by, version, graph, Path.Combine(folder, id), time.GetUtcNow());
            if (made.Accepted) drills[id] = made.Value;
            return made;
        }
        finally
        {
            door.Release();
        }
    }

    public Drill? Find(string id) => drills.GetValueOrDefault(id);

    /// <summary>Notes that somebody looks at it.</summary>
    public void Use(Drill drill) => drill.UsedAt = time.GetUtcNow();

    /// <summary>Throws a rehearsal away with all its files; one that is gone is gone.</summary>
    public async Task DiscardAsync(string id)
    {
        if (drills.TryRemove(id, out var drill)) await drill.DisposeAsync();
    }

    /// <summary>Throws away those whose time is over.</summary>
    public async Task TidyAsync()
    {
        var now = time.GetUtcNow();
        foreach (var drill in drills.Values.Where(drill => now - drill.StartedAt > Longest || now - drill.UsedAt > LongestUnused)) await DiscardAsync(drill.Id);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var drill in drills.Values) await DiscardAsync(drill.Id);
    }

    public override void Dispose()
    {
        base.Dispose();
        door.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await minute.WaitForNextTickAsync(stoppingToken)) await TidyAsync();
    }
}
