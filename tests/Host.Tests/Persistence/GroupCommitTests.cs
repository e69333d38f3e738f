using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private readonly List<Exception> _lost = [];
    private GroupCommit _writer = null!;

    public async Task InitializeAsync()
    {
        _writer = new GroupCommit(new SqliteSessions(_database.File).OpenWriter, "test", _lost.Add);
        await _writer.WriteAsync(db => db.Execute("CREATE TABLE note (text TEXT UNIQUE, filler BLOB)"));
    }

    public async Task DisposeAsync()
    {
        await _writer.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task The_log_is_as_long_from_the_start_as_it_is_going_to_be()
    {
        await WriteAsync("first");

        Assert.True(new FileInfo(_database.File + "-wal").Length >= 8 * 1024 * 1024);
        Assert.True(new FileInfo(_database.File).Length < 1024 * 1024);
        Assert.Empty(_database.Sql("SELECT name FROM sqlite_master WHERE name = 'warm'"));
    }

    [Fact]
    public async Task A_piece_that_fails_is_refused_alone()
    {
        var pieces = Enumerable.Range(0, 200).Select(number => WriteAsync($"{number % 150}").AsTask()).ToArray();

        var failed = 0;
        foreach (var piece in pieces)
        {
            try
            {
                await piece;
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                failed++;
            }
        }

        Assert.Equal(50, failed);
        Assert.Equal(["150"], _database.Sql("SELECT count(*) FROM note"));
        Assert.Empty(_lost);
    }

    [Fact]
    public async Task A_piece_that_throws_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _writer.WriteAsync<int>(db =>
        {
            db.Execute("INSERT INTO note (text) VALUES ('half')");
            throw new InvalidOperationException("halfway");
        }));
        await WriteAsync("whole");

        Assert.Equal(["whole"], _database.Sql("SELECT text FROM note"));
    }

    /// <summary>A full disk, as SQLite tells it: whatever comes after is refused, and what was acknowledged is there.</summary>
    [Fact]
    public async Task After_a_lost_write_nothing_is_acknowledged_any_more()
    {
        await WriteAsync("before");
        await _writer.WriteAsync(db => db.Scalar("PRAGMA max_page_count=60"));

        var pieces = Enumerable.Range(0, 50).Select(number => WriteAsync($"{number}", 100_000).AsTask()).ToArray();
        foreach (var piece in pieces)
            await Assert.ThrowsAsync<IOException>(() => piece);
        await Assert.ThrowsAsync<IOException>(async () => await WriteAsync("small and late"));

        Assert.Single(_lost);
        Assert.Equal(["before"], _database.Sql("SELECT text FROM note"));
    }

    [Fact]
    public async Task Closing_stores_what_is_in_the_queue_and_takes_no_more()
    {
        var pieces = Enumerable.Range(0, 500).Select(number => WriteAsync($"{number}").AsTask()).ToArray();
        await _writer.DisposeAsync();

        await Task.WhenAll(pieces);
        await Assert.ThrowsAsync<IOException>(async () => await WriteAsync("late"));
        Assert.Equal(["500"], _database.Sql("SELECT count(*) FROM note"));
    }

    private ValueTask<int> WriteAsync(string text, int filler = 0) =>
        _writer.WriteAsync(db => db.Execute("INSERT INTO note (text, filler) VALUES (@text, zeroblob(@filler))", ("@text", text), ("@filler", filler)));
}
