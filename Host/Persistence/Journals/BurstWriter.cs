using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence.Projecting;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>Writes one burst and all that follows from it, inside the group's transaction.</summary>
internal sealed class BurstWriter(IReadOnlyList<IProjection> projections)
{
    /// <param name="lines">The burst's lines, packed.</param>
    /// <param name="state">The snapshot's state, packed, if there is one.</param>
    public AppendResult Store(IDbSession db, Append append, byte[] lines, byte[]? state)
    {
        if (Advance(db, append) is not long number)
            return AppendResult.Conflict;
        var burst = append.Burst;
        db.Execute(
            "INSERT INTO journal (instance, first, last, lines, hash) VALUES (@instance, @first, @last, @lines, @hash)",
            ("@instance", number), ("@first", burst.First), ("@last", burst.Last), ("@lines", lines), ("@hash", burst.Hash));
        if (append.Snapshot is { } snapshot)
        {
            db.Execute(
                "INSERT INTO snapshot (instance, sequence, hash, state) VALUES (@instance, @sequence, @hash, @state)",
                ("@instance", number), ("@sequence", snapshot.Sequence), ("@hash", snapshot.Hash), ("@state", state));
        }

        Follow(db, append, number);
        Project(new Rows(db, number), append);
        return AppendResult.Stored;
    }

    /// <summary>The projections alone, of a burst that is already stored.</summary>
    public void Project(IDbSession db, Append append) =>
        Project(new Rows(db, (long)db.Scalar("SELECT number FROM instance WHERE name = @name", ("@name", append.Burst.Instance))!), append);

    /// <summary>Moves the head on if it stands where the caller saw it; that is the whole check against other writers.</summary>
    /// <returns>The instance's number, or null if it stands elsewhere.</returns>
    private static object? Advance(IDbSession db, Append append) => append.ExpectedSequence == 0
        ? db.Scalar(
            "INSERT INTO instance (name, last) VALUES (@name, @last) ON CONFLICT (name) DO NOTHING RETURNING number",
            ("@name", append.Burst.Instance), ("@last", append.Burst.Last))
        : db.Scalar(
            "UPDATE instance SET last = @last WHERE name = @name AND last = @expected RETURNING number",
            ("@last", append.Burst.Last), ("@name", append.Burst.Instance), ("@expected", append.ExpectedSequence));

    /// <summary>Timers and outbox.</summary>
    private static void Follow(IDbSession db, Append append, long number)
    {
        foreach (var entry in append.Entries)
        {
            if (entry is Waiting { Due: { } due } waiting)
            {
                db.Execute(
                    "INSERT INTO timer (instance, bookmark, due) VALUES (@instance, @bookmark, @due)",
                    ("@instance", number), ("@bookmark", waiting.Bookmark), ("@due", due.UtcTicks));
            }
            else if (entry is Burned burned)
            {
                db.Execute("DELETE FROM timer WHERE instance = @instance AND bookmark = @bookmark", ("@instance", number), ("@bookmark", burned.Bookmark));
            }
            else if (entry is Spawned)
            {
                Owe(db, number, entry.Sequence);
            }
        }

        if (append.After.End is not null)
            db.Execute("DELETE FROM timer WHERE instance = @instance", ("@instance", number));
        if (append.After.ParentBookmark is not null)
            Owe(db, number, append.Burst.Last);
    }

    private static void Owe(IDbSession db, long number, long sequence) =>
        db.Execute("INSERT INTO outbox (instance, sequence) VALUES (@instance, @sequence)", ("@instance", number), ("@sequence", sequence));

    private void Project(Rows rows, Append append)
    {
        foreach (var projection in projections)
            projection.Write(rows, append);
    }

    private sealed class Rows(IDbSession db, long number) : ProjectionWriter
    {
        protected override long Number => number;

        public override int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => db.Execute(sql, values);

        public override IReadOnlyList<T> Read<T>(string sql, Func<IRow, T> row, params ReadOnlySpan<(string Name, object? Value)> values) =>
            db.Read(sql, row, values);
    }
}
