using Gongtui.Activities;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Practice;

/// <summary>One rehearsal: an installation of its own, with its own container, files and clock, in which invented people hold an election.</summary>
/// <remarks>Nothing of it can reach the real data: the container of a rehearsal knows no other directory and no other database. The one thing that it shares
/// is the data protection of the program, so that its forms can be read; nobody signs in there by a cookie of it (<see cref="DrillSeat"/>).</remarks>
public sealed partial class Drill : IAsyncDisposable
{
    /// <summary>Steps after which nobody learns anything new: a procedure that goes round in circles.</summary>
    public const int MostSteps = 400;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly WebApplication twin;
    private readonly string folder;
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource over = new();
    private readonly DrillPeople people;
    private readonly ILogger<Drill> log;
    private int speed;
    private int playing;

    internal Drill(string id, string by, ProcedureRow version, WebApplication twin, string folder, DrillPeople people, DateTimeOffset startedAt)
    {
        (Id, By, Version, this.twin, this.folder, this.people) = (id, by, version, twin, folder, people);
        (StartedAt, UsedAt, log) = (startedAt, startedAt, twin.Services.GetRequiredService<ILogger<Drill>>());
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
        Volatile.Write(ref speed, Math.Clamp(times, 0, 20));
        if (times > 0) _ = GoOnAsync();
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

    /// <summary>One at a time, however often somebody presses. Whatever goes wrong is told on the bar, where it was started.</summary>
    private async Task GoOnAsync()
    {
        // Asked again after each end: somebody may have pressed while it was ending.
        while (Speed > 0 && Interlocked.Exchange(ref playing, 1) == 0)
        {
            try
            {
                while (Speed is > 0 and var times)
                {
                    await StepAsync();
                    await Task.Delay(Pace / times, over.Token);
                }
            }
            catch (Exception e) when (over.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
            {
                // Thrown away while it played.
                Volatile.Write(ref speed, 0);
            }
            catch (Exception e)
            {
                // Nobody waits for this loop: what is not told here is lost.
                Volatile.Write(ref speed, 0);
                Rests = new($"出错停下：{e.Message}", $"stopped by an error: {e.Message}");
                Stopped(e, Id);
            }
            finally
            {
                Volatile.Write(ref playing, 0);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Rehearsal {Id} stopped by an error.")]
    private partial void Stopped(Exception error, string id);
}
