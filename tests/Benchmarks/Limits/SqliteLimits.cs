using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Gongtui.Benchmarks.Limits;

/// <summary>How fast rows go in and out of SQLite when nothing else is done with them.</summary>
internal sealed class SqliteLimits : IDisposable
{
    private const int Batch = 10_000;
    private readonly SqliteConnection connection;

    public SqliteLimits(string folder)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "rows.db")};Pooling=false");
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row(seq INTEGER PRIMARY KEY, body BLOB NOT NULL)";
        schema.ExecuteNonQuery();
    }

    /// <summary>Only the inserts are timed: the flush at the end of the transaction is F's business.</summary>
    public double Inserts(TimeSpan during)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row(body) VALUES ($body)";
        insert.Parameters.AddWithValue("$body", new byte[256]);
        insert.Prepare();
        InsertBatch(insert);

        var watch = new Stopwatch();
        var rows = 0L;
        while (watch.Elapsed < during) rows += InsertBatch(insert, watch);
        return rows / watch.Elapsed.TotalSeconds;
    }

    public double Reads(TimeSpan during)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT seq, body FROM row LIMIT $batch";
        select.Parameters.AddWithValue("$batch", Batch);
        return Pace.Of(during, Batch, _ =>
        {
            using var reader = select.ExecuteReader();
            while (reader.Read())
            {
                reader.GetInt64(0);
                reader.GetFieldValue<byte[]>(1);
            }
        });
    }

    public void Dispose() => connection.Dispose();

    private int InsertBatch(SqliteCommand insert, Stopwatch? watch = null)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        watch?.Start();
        for (var row = 0; row < Batch; row++) insert.ExecuteNonQuery();
        watch?.Stop();
        transaction.Commit();
        return Batch;
    }
}
