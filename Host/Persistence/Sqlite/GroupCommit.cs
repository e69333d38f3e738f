using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>
/// The one writer of one SQLite file. Callers hand in pieces of work; whatever waits when the writer is free is done in one
/// transaction, and everybody is answered when that is on the disk. Nobody waits for a timer: the flush that is under way gathers the next group.
/// </summary>
/// <remarks>After a failed flush nobody knows what is on the disk, so this object never acknowledges again:
/// everything pending and everything later fails, and the process has to start anew and look.</remarks>
public sealed class GroupCommit : IAsyncDisposable
{
    private const int LongestGroup = 256;
    private const int LongestQueue = 4096;
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<Exception> _lost;

    /// <summary>Opens the file; when this returns, readers can open it too.</summary>
    /// <param name="file">The database; its tables exist.</param>
    /// <param name="lost">Called once, on the writer's thread, when nothing can be written any more.</param>
    /// <exception cref="SqliteException">The file cannot be opened for writing.</exception>
    public GroupCommit(string file, Action<Exception> lost)
    {
        _lost = lost;
        var opened = new TaskCompletionSource();
        new Thread(() => Run(file, opened)) { IsBackground = true, Name = $"writer of {Path.GetFileName(file)}" }.Start();
        opened.Task.GetAwaiter().GetResult();
    }

    /// <summary>Does the work in the next transaction.</summary>
    /// <param name="work">Runs on the writer's thread; may run twice when another piece of its group fails. An exception undoes this piece alone and goes to the caller.</param>
    /// <param name="cancellationToken">Ends the wait for a place in the queue; what is in the queue is done.</param>
    /// <returns>The result of the work, when it is durable.</returns>
    /// <exception cref="IOException">The database is lost; the work may or may not have been stored.</exception>
    public async ValueTask<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken = default)
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

    private void Run(string file, TaskCompletionSource opened)
    {
        var group = new List<Job>(LongestGroup);
        try
        {
            using var statements = new Statements(file, SqliteOpenMode.ReadWriteCreate);
            WriteAheadLog.Prepare(statements, file);
            opened.SetResult();
            while (Wait())
            {
                while (group.Count < LongestGroup && _queue.Reader.TryRead(out var job))
                    group.Add(job);
                Commit(statements, group);
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
            _ended.SetResult();
        }
    }

    private bool Wait()
    {
        var some = _queue.Reader.WaitToReadAsync();
        return some.IsCompletedSuccessfully ? some.Result : some.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>All pieces in one transaction; when one fails, each in its own, so that only that one is refused.</summary>
    private static void Commit(Statements statements, List<Job> group)
    {
        try
        {
            statements.Execute("BEGIN IMMEDIATE");
            foreach (var job in group)
                job.Run(statements);
        }
        catch (Exception e) when (!WriteAheadLog.IsLost(e))
        {
            WriteAheadLog.RollBack(statements);
            if (group.Count == 1)
                group[0].Fail(e);
            else
                group.ForEach(job => Commit(statements, [job]));
            return;
        }

        statements.Execute("COMMIT");
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
        public abstract void Run(Statements statements);

        public abstract void Done();

        public abstract void Fail(Exception reason);
    }

    private sealed class Job<T>(Func<Statements, T> work) : Job
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Answer => _answer.Task;

        public override void Run(Statements statements) => _result = work(statements);

        public override void Done() => _answer.TrySetResult(_result);

        public override void Fail(Exception reason) => _answer.TrySetException(reason);
    }
}
