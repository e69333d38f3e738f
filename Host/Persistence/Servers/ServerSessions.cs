using System.Data.Common;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Servers;

/// <summary>Connections to a database server.</summary>
public abstract class ServerSessions : IJournalSessions
{
    /// <summary>Each waits for its own flush; a server joins flushes that come at once.</summary>
    private const int Writing = 4;

    public abstract string Name { get; }

    public int Writers => Writing;

    public IDbSession OpenWriter() => Alive(() =>
    {
        var session = Open();
        try
        {
            MakeDurable(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    });

    public T Read<T>(Func<IDbSession, T> read) => Alive(() =>
    {
        using var session = Open();
        return read(session);
    });

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract IDbSession Open();

    /// <summary>Sees to it that what this session's commits acknowledge is on the disk, whatever the server's administrator has set.</summary>
    /// <exception cref="IOException">The server does not let a session decide that.</exception>
    protected abstract void MakeDurable(IDbSession session);

    /// <summary>Whether the connection broke, rather than the server saying no.</summary>
    protected abstract bool IsBroken(DbException failure);

    /// <summary>Closes the connections that nobody uses.</summary>
    protected abstract void Clear();

    protected abstract void Dispose(bool disposing);

    /// <summary>A connection that broke while it was idle is noticed when it is used, and the others broke with it: once more, with new ones.</summary>
    private T Alive<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (DbException e) when (IsBroken(e))
        {
            Clear();
            return action();
        }
    }
}
