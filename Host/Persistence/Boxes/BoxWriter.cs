using System.Threading.Channels;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>The one thread that writes boxes. While a commit is on its way to the disk the next ones gather and share the next
/// flush, so no timer is needed (ENGINE 3.3).</summary>
internal sealed partial class BoxWriter : IDisposable
{
    private const int LargestBatch = 512;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // Owned by the thread.
    private readonly IBoxSessions _sessions;
    private IDbSession? _session;
    private readonly ChannelReader<BoxWork> _queue;
    private readonly AttemptMemory _attempts;
    private readonly Action<Exception> _lost;
    private readonly Thread _thread;

    // Written by the thread once, read by everybody.
    private volatile Exception? _broken;

    public BoxWriter(IBoxSessions sessions, ChannelReader<BoxWork> queue, AttemptMemory attempts, Action<Exception> lost)
    {
        (_sessions, _queue, _attempts, _lost) = (sessions, queue, attempts, lost);
        _session = sessions.OpenWriter();
        _thread = new Thread(Run) { IsBackground = true, Name = "boxes" };
        _thread.Start();
    }

    /// <exception cref="IOException">The disk failed earlier; nothing is accepted any more, because nobody knows what a retry would find.</exception>
    public void ThrowIfBroken()
    {
        if (_broken is { } reason) throw new IOException("票箱存储已停止 / the box store has stopped", reason);
    }

    /// <summary>Finishes what is queued, then ends. The queue must have been completed.</summary>
    public void Dispose()
    {
        _thread.Join();
        _session?.Dispose();
    }

    private void Run()
    {
        var casts = new List<CastSheet>(LargestBatch);
        var dirty = false;
        while (WaitForWork(ref dirty))
        {
            while (_queue.TryPeek(out var next))
            {
                if (next is CastSheet cast && casts.Count < LargestBatch)
                {
                    _queue.TryRead(out _);
                    casts.Add(cast);
                    continue;
                }

                if (casts.Count > 0) break;
                _queue.TryRead(out _);
                Guard(session => Do(session, next), [next]);
                dirty = true;
            }

            if (casts.Count == 0) continue;
            Guard(session => CastAll(session, casts), casts);
            casts.Clear();
            dirty = true;
        }
    }

    /// <summary>Blocks until there is work; after a second without any the database empties what lies beside its tables.</summary>
    private bool WaitForWork(ref bool dirty)
    {
        var more = _queue.WaitToReadAsync().AsTask();
        if (dirty && !more.Wait(Idle))
        {
            Guard(_sessions.Rest, []);
            dirty = false;
        }

        return more.GetAwaiter().GetResult();
    }

    private void Do(IDbSession session, BoxWork work)
    {
        if (work is OpenBox open) OpenOne(session, open);
        else if (work is CloseBox close) SealOne(session, close);
    }

    /// <summary>All of it or nothing.</summary>
    private static void InTransaction(IDbSession session, Action action)
    {
        try
        {
            session.Begin();
            action();
            session.Commit();
        }
        catch (Exception e) when (session.LossBy(e) == Loss.None)
        {
            session.RollBack();
            throw;
        }
    }

    /// <summary>A failed flush may have dropped pages that a retry would not write again: that is the end. A connection that broke is replaced when the
    /// next work comes; whether its last transaction is stored, the flags of the electors know.</summary>
    private void Guard(Action<IDbSession> action, IEnumerable<BoxWork> works)
    {
        try
        {
            ThrowIfBroken();
            action(_session ??= _sessions.OpenWriter());
        }
        catch (Exception e)
        {
            var loss = _session?.LossBy(e);
            if (loss == Loss.Disk && _broken is null)
            {
                _broken = e;
                _lost(e);
            }

            if (loss == Loss.Connection)
            {
                _session!.Dispose();
                _session = null;
            }

            foreach (var work in works) work.Fail(e);
        }
    }
}
