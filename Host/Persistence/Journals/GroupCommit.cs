using System.Threading.Channels;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>
/// The one writer of one connection. Callers hand in pieces of work; whatever waits when the writer is free is done in one
/// transaction, and everybody is answered when that is on the disk. Nobody waits for a timer: the flush that is under way gathers the next group.
/// </summary>
/// <remarks>After a failed flush nobody knows what is on the disk, so this object never acknowledges again:
/// everything pending and everything later fails, and the process has to start anew and look. A connection to a server that breaks
/// takes only its group with it: those callers hear that their work may or may not be stored, and the next group has a new connection.</remarks>
public sealed class GroupCommit : IAsyncDisposable
{
    private const int LongestGroup = 256;
    private const int LongestQueue = 4096;
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<IDbSession> _open;
    private readonly Action<Exception> _lost;

    // Of the writer's thread: the database was asked to commit and has not answered.
    private bool _committing;

    /// <summary>Opens the connection; when this returns, readers can open theirs, too.</summary>
    /// <param name="open">Opens a connection for writing; the tables exist.</param>
    /// <param name="name">For the name of the thread.</param>
    /// <param name="lost">Called once, on the writer's thread, when nothing can be written any more.</param>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened for writing.</exception>
    public GroupCommit(Func<IDbSession> open, string name, Action<Exception> lost)
    {
        (_open, _lost) = (open, lost);
        var opened = new TaskCompletionSource();
        new Thread(() => Run(opened)) { IsBackground = true, Name = $"writer of {name}" }.Start();
        opened.Task.GetAwaiter().GetResult();
    }

    /// <summary>Does the work in the next transaction.</summary>
    /// <param name="work">Runs on the writer's thread; may run twice when another piece of its group fails. An exception undoes this piece alone and goes to the caller.</param>
    /// <param name="cancellationToken">Ends the wait for a place in the queue; what is in the queue is done.</param>
    /// <returns>The result of the work, when it is durable.</returns>
    /// <exception cref="IOException">The database is lost; the work may or may not have been stored.</exception>
    public async ValueTask<T> WriteAsync<T>(Func<IDbSession, T> work, CancellationToken cancellationToken = default)
    {
        var job = new Job<T>(work);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw Lost(e.InnerException);
        }

        return await job.Answer;
    }

    /// <summary>Stores what is in the queue and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task;
    }

    private static IOException Lost(Exception? cause) => cause is null
        ? new IOException("The database is closed.")
        : new IOException("The database cannot be written any more; nothing is acknowledged until the program has been started again.", cause);

    private void Run(TaskCompletionSource opened)
    {
        var group = new List<Job>(LongestGroup);
        IDbSession? session = null;
        try
        {
            session = _open();
            opened.SetResult();
            while (Wait())
            {
                while (group.Count < LongestGroup && _queue.Reader.TryRead(out var job))
                    group.Add(job);
                Store(ref session, group);
                group.Clear();
            }
        }
        catch (Exception e)
        {
            if (!opened.TrySetException(e))
                Fail(group, e);
        }
        finally
        {
            session?.Dispose();
            _ended.SetResult();
        }
    }

    /// <summary>Commits the group. A connection that breaks before the commit was sent has stored nothing: the rest of the group goes over a new one.</summary>
    private void Store(ref IDbSession? session, List<Job> group)
    {
        for (var again = false; ; again = true)
        {
            try
            {
                session ??= _open();
                Commit(session, group);
                return;
            }
            catch (Exception e) when (session is null || session.LossBy(e) == Loss.Connection)
            {
                session?.Dispose();
                session = null;
                group.RemoveAll(job => job.IsAnswered);
                if (!_committing && !again)
                    continue;
                foreach (var job in group)
                    job.Fail(new IOException("The connection to the database broke; whether this was stored is not known. Look, and try again.", e));
                return;
            }
        }
    }

    private bool Wait()
    {
        var some = _queue.Reader.WaitToReadAsync();
        return some.IsCompletedSuccessfully ? some.Result : some.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>All pieces in one transaction; when one fails, each in its own, so that only that one is refused.</summary>
    private void Commit(IDbSession session, List<Job> group)
    {
        try
        {
            _committing = false;
            session.Begin();
            foreach (var job in group)
                job.Run(session);
        }
        catch (Exception e) when (session.LossBy(e) == Loss.None)
        {
            session.RollBack();
            if (group.Count == 1)
                group[0].Fail(e);
            else
                group.ForEach(job => Commit(session, [job]));
            return;
        }

        _committing = true;
        session.Commit();
        _committing = false;
        foreach (var job in group)
            job.Done();
    }

    private void Fail(List<Job> group, Exception cause)
    {
        _queue.Writer.TryComplete(cause);
        while (_queue.Reader.TryRead(out var job))
            group.Add(job);
        foreach (var job in group)
            job.Fail(Lost(cause));
        _lost(cause);
    }

    private abstract class Job
    {
        public abstract bool IsAnswered { get; }

        public abstract void Run(IDbSession session);

        public abstract void Done();

        public abstract void Fail(Exception reason);
    }

    private sealed class Job<T>(Func<IDbSession, T> work) : Job
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Answer => _answer.Task;

        public override bool IsAnswered => _answer.Task.IsCompleted;

        public override void Run(IDbSession session) => _result = work(session);

        public override void Done() => _answer.TrySetResult(_result);

        public override void Fail(Exception reason) => _answer.TrySetException(reason);
    }
}
