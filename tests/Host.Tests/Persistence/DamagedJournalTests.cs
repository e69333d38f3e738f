using Gongtui.Engine.Journal;
using Gongtui.Engine.Tests.Storage;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>What somebody does to the file behind the product's back is found.</summary>
public sealed class DamagedJournalTests : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private JournalDatabase _store = null!;
    private JournalScene _scene = null!;

    public async Task InitializeAsync()
    {
        _store = new JournalDatabase(new SqliteSessions(_database.File), [], new Alarm(), _ => { });
        _scene = new JournalScene(_store);
        await _scene.StartAsync(_scene.Loop, "i");
        for (var step = 0; step < 5; step++)
            await _scene.ResumeAsync("i");
        Assert.Null(await _scene.Runtime.Reader.VerifyAsync("i"));
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _database.Dispose();
    }

    [Theory]
    [InlineData("UPDATE journal SET lines = (SELECT lines FROM journal WHERE id = 4) WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = substr(lines, 1, length(lines) - 1) WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = x'01ffffffff00' WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = x'01ff' WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = x'02' WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = x'0228b52ffda0ffffff7f' WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = substr(lines, 1, 40) || zeroblob(length(lines) - 40) WHERE id = 3")]
    [InlineData("UPDATE journal SET hash = zeroblob(32) WHERE first = 1")]
    [InlineData("DELETE FROM journal WHERE first = 1")]
    [InlineData("DELETE FROM journal WHERE id = 3")]
    [InlineData("UPDATE journal SET lines = x'00' WHERE id = 3")]
    [InlineData("DELETE FROM journal WHERE first = (SELECT max(first) FROM journal)")]
    public async Task A_changed_or_missing_row_is_found(string damage)
    {
        _database.Sql(damage);

        Assert.NotNull(await _scene.Runtime.Reader.VerifyAsync("i"));
        await Assert.ThrowsAsync<JournalException>(async () => await _scene.Runtime.Reader.LoadAsync("i"));
    }
}
