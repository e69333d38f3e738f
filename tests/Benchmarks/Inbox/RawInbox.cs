using Microsoft.Data.Sqlite;

namespace Gongtui.Benchmarks.Inbox;

/// <summary>The statements of an inbox's first page, prepared once on an open connection.</summary>
internal sealed class RawInbox : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand places;
    private readonly SqliteCommand task;

    public RawInbox(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        places = new SqliteCommand("SELECT due, task FROM inbox WHERE principal = $principal ORDER BY due, task LIMIT $take", connection);
        places.Parameters.Add("$principal", SqliteType.Text);
        places.Parameters.Add("$take", SqliteType.Integer);
        task = new SqliteCommand("SELECT * FROM task WHERE id = $id", connection);
        task.Parameters.Add("$id", SqliteType.Integer);
        places.Prepare();
        task.Prepare();
    }

    public int FirstPage(IEnumerable<string> principals, int take)
    {
        var found = new SortedSet<(long Due, long Task)>();
        foreach (var principal in principals)
        {
            (places.Parameters[0].Value, places.Parameters[1].Value) = (principal, take + 1);
            using var rows = places.ExecuteReader();
            while (rows.Read()) found.Add((rows.GetInt64(0), rows.GetInt64(1)));
        }

        var read = 0;
        foreach (var (_, id) in found.Take(take))
        {
            task.Parameters[0].Value = id;
            using var rows = task.ExecuteReader();
            if (!rows.Read()) continue;
            var values = new object[rows.FieldCount];
            rows.GetValues(values);
            read++;
        }

        return read;
    }

    public void Dispose()
    {
        places.Dispose();
        task.Dispose();
        connection.Dispose();
    }
}
