using System.Collections.Concurrent;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>Notes every statement that goes over the sessions of another database.</summary>
internal sealed class RecordingSessions(IDbSessions inner, ConcurrentDictionary<string, bool> sent) : IJournalSessions, IBoxSessions
{
    public string Name => "recorded";

    public int Writers => 1;

    public string FindBox => ((IBoxSessions)inner).FindBox;

    public IDbSession OpenWriter() => new Recording(inner.OpenWriter(), sent);

    public T Read<T>(Func<IDbSession, T> read) => inner.Read(session => read(new Recording(session, sent)));

    /// <summary>What each database does in its own words is not noted.</summary>
    public void Rest(IDbSession session) => ((IBoxSessions)inner).Rest(((Recording)session).Inner);

    public void Scrub(IDbSession session) => ((IBoxSessions)inner).Scrub(((Recording)session).Inner);

    public void Dispose() => inner.Dispose();

    private sealed class Recording(IDbSession inner, ConcurrentDictionary<string, bool> sent) : IDbSession
    {
        public IDbSession Inner => inner;

        public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => inner.Execute(Noted(sql), values);

        public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => inner.Scalar(Noted(sql), values);

        public IReadOnlyList<T> Read<T>(string sql, Func<IRow, T> row, params ReadOnlySpan<(string Name, object? Value)> values) => inner.Read(Noted(sql), row, values);

        public void Begin() => inner.Begin();

        public void Commit() => inner.Commit();

        public void RollBack() => inner.RollBack();

        public Loss LossBy(Exception failure) => inner.LossBy(failure);

        public void Dispose() => inner.Dispose();

        private string Noted(string sql)
        {
            sent.TryAdd(sql, true);
            return sql;
        }
    }
}
