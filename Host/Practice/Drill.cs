using Gongtui.Activities;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Practice;

/// <summary>One rehearsal: an installation of its own, with its own container, files and clock, in which invented people hold an election.</summary>
/// <remarks>Nothing of it can reach the real data: the container of a rehearsal knows no other directory, no other database and no other key.</remarks>
public sealed class Drill : IAsyncDisposable
{
    /// <summary>Steps after which nobody learns anything new: a procedure that goes round in circles.</summary>
    public const int MostSteps = 400;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly WebApplication twin;
    private readonly string folder;
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource over = new();
    private readonly DrillPeople people;
    private int speed;

    internal Drill(string id, string by, ProcedureRow version, WebApplication twin, string folder, DrillPeople people, DateTimeOffset startedAt)
    {
        (Id, By, Version, this.twin, this.folder, this.people) = (id, by, version, twin, folder, people);
        (StartedAt, UsedAt) = (startedAt, startedAt);
    }

    public string Id { get; }

    /// <summary>The person who started it.</summary>
    public string By { get; }

    /// <summary>The version that is rehearsed, draft or not.</summary>
    public ProcedureRow Version { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>When somebody looked at it last.</summary>
    public DateTimeOffset UsedAt { get; internal set; }

    public IServiceProvider Services => twin.Services;

    /// <summary>Id of its election.</summary>
    public string Instance => people.Instance;

    /// <summary>Times as fast as one step in two seconds; 0 while it rests.</summary>
    public int Speed => Volatile.Read(ref speed);

    /// <summary>Steps done by the invented people.</summary>
    public int Steps { get; private set; }

    /// <summary>Why nothing more happens by itself; null while something does.</summary>
    public Text? Rests { get; private set; }

    /// <summary>Who can be looked through, with what they are called.</summary>
    public IReadOnlyList<DummyPerson> People => people.Cast;

    /// <summary>Lets the invented people do the next thing.</summary>
    public async Task StepAsync()
    {
        await turn.WaitAsync(over.Token);
        try
        {
            if (Rests is not null && Steps >= MostSteps) return;
            Rests = Steps >= MostSteps ? new("演练步数已满", "as many steps as a rehearsal may have") : await people.StepAsync(Services, over.Token);
            if (Rests is null) Steps++;
            else Volatile.Write(ref speed, 0);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>On to the end, or to where nothing happens by itself.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        Play(0);
        do await StepAsync();
        while (Rests is null && !cancellationToken.IsCancellationRequested);
    }

    /// <summary>Goes on by itself, so many times faster than one step in two seconds; 0 stops.</summary>
    public void Play(int times)
    {
        var before = Interlocked.Exchange(ref speed, Math.Clamp(times, 0, 20));
        if (before == 0 && times > 0) _ = GoOnAsync();
    }

    /// <summary>Whether somebody threw it away; it goes when the present answer is out.</summary>
    public bool IsThrownAway { get; private set; }

    public void ThrowAway()
    {
        Play(0);
        IsThrownAway = true;
    }

    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref speed, 0);
        await over.CancelAsync();
        await turn.WaitAsync();
        await twin.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        turn.Dispose();
        over.Dispose();
    }

    private async Task GoOnAsync()
    {
        try
        {
            while (Speed is > 0 and var times)
            {
                await StepAsync();
                await Task.Delay(Pace / times, over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Thrown away while it played.
        }
    }
}
