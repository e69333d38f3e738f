using Gongtui.Engine.Storage;
using Gongtui.Engine.Tests.Storage;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>The store of the product keeps what every store has to keep, with its projections in the same transactions.</summary>
public sealed class SqliteJournalStoreTests : JournalStoreCompliance
{
    private readonly TemporaryDatabase _database = new();
    private JournalDatabase? _open;

    public override async Task DisposeAsync()
    {
        await _open!.DisposeAsync();
        _database.Dispose();
    }

    protected override Task<IJournalStore> OpenAsync()
    {
        _open = new JournalDatabase(
            new SqliteSessions(_database.File), [new ElectionProjection(), new TaskProjection(), new NoticeProjection(), new BoxProjection()], new Alarm(), _ => { });
        return Task.FromResult<IJournalStore>(_open);
    }

    protected override async Task<IJournalStore> ReopenAsync(IJournalStore open)
    {
        await _open!.DisposeAsync();
        return await OpenAsync();
    }
}
