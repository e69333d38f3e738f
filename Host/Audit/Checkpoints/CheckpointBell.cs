using Gongtui.Activities.Boxes;
using Gongtui.Activities.Ratification;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Hears of every stored burst and knows whether a checkpoint is due: soon after anything, at once after a milestone.</summary>
public sealed class CheckpointBell
{
    private readonly NodeNews news;

    public CheckpointBell(NodeNews news)
    {
        this.news = news;
        news.Listen(NodeNews.Checkpoint, reached => Ring(reached.Length > 0 ? reached : null), () => Ring(null));
    }

    private static readonly Dictionary<string, string> Milestones = new(StringComparer.Ordinal)
    {
        [nameof(BoxClosed)] = CheckpointOccasions.Sealed,
        [nameof(ResultAnnounced)] = CheckpointOccasions.Announced,
        [nameof(Ratified)] = CheckpointOccasions.Ratified,
        [nameof(NotRatified)] = CheckpointOccasions.Ratified,
    };

    private readonly Lock gate = new();
    private TaskCompletionSource changed = New(), milestone = New();
    private string occasion = CheckpointOccasions.Minute;

    public void Hear(Append append)
    {
        var reached = append.Entries.OfType<Logged>().Select(entry => Milestones.GetValueOrDefault(entry.Event)).LastOrDefault(found => found is not null);
        Ring(reached);
        news.Tell(NodeNews.Checkpoint, reached ?? "");
    }

    /// <summary>Something changed that no checkpoint covers but by a journal of an election.</summary>
    public void Touch()
    {
        Ring(null);
        news.Tell(NodeNews.Checkpoint);
    }

    private void Ring(string? reached)
    {
        lock (gate)
        {
            changed.TrySetResult();
            if (reached is null) return;
            occasion = reached;
            milestone.TrySetResult();
        }
    }

    /// <summary>Waits until something changed, and then for a milestone, but no longer than the rest of the interval.</summary>
    /// <returns>Why a checkpoint is to be made now.</returns>
    public async Task<string> WaitAsync(TimeSpan interval, TimeProvider time, CancellationToken cancellationToken)
    {
        await changed.Task.WaitAsync(cancellationToken);
        await Task.WhenAny(milestone.Task, Task.Delay(interval, time, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var why = occasion;
            (changed, milestone, occasion) = (New(), New(), CheckpointOccasions.Minute);
            return why;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
