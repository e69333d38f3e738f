using Gongtui.Engine.Execution;
using Gongtui.Engine.State;

namespace Gongtui.Host.Elections;

/// <summary>
/// The runs that people look at now, folded once for all who look. Folding the roll of a hundred thousand takes seconds, and each of
/// them opens the ballot. What is handed out is never changed: a run that went on is folded anew.
/// </summary>
public sealed class NewestRuns(Runtime runtime) : IDisposable
{
    private const int Most = 8;

    private readonly Lock gate = new();
    private readonly LinkedList<InstanceState> byUse = [];

    /// <summary>One fold at a time for those who ask for the same run; of different runs, few wait for each other.</summary>
    private readonly SemaphoreSlim[] folding = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>The run as it stands; null when there is none of that id.</summary>
    public async Task<InstanceState?> FindAsync(string instance, CancellationToken cancellationToken)
    {
        if (await KnownAsync(instance, cancellationToken) is { } known) return known;
        var turn = folding[(uint)string.GetHashCode(instance, StringComparison.Ordinal) % folding.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await KnownAsync(instance, cancellationToken) is { } meanwhile) return meanwhile;
            var state = (await runtime.Reader.LoadAsync(instance, cancellationToken))?.State;
            if (state is not null) Keep(state);
            return state;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => Array.ForEach(folding, turn => turn.Dispose());

    /// <summary>What is kept, if nothing was written since.</summary>
    private async Task<InstanceState?> KnownAsync(string instance, CancellationToken cancellationToken)
    {
        InstanceState? kept;
        lock (gate) kept = byUse.FirstOrDefault(state => state.InstanceId == instance);
        if (kept is null || (await runtime.Reader.EntriesAsync(instance, kept.Sequence, long.MaxValue, cancellationToken)).Count > 0) return null;
        return kept;
    }

    private void Keep(InstanceState state)
    {
        lock (gate)
        {
            if (byUse.FirstOrDefault(kept => kept.InstanceId == state.InstanceId) is { } old) byUse.Remove(old);
            byUse.AddFirst(state);
            if (byUse.Count > Most) byUse.RemoveLast();
        }
    }
}
