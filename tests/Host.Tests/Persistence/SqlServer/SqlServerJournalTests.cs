using Gongtui.Engine.Storage;
using Gongtui.Engine.Tests.Storage;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Persistence.SqlServer;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>Journals on a real SQL Server keep what every store has to keep.</summary>
public sealed class SqlServerJournalTests : JournalStoreCompliance
{
    private string _database = "";
    private JournalDatabase? _open;

    public override async Task DisposeAsync()
    {
        if (_open is not null)
            await _open.DisposeAsync();
    }

    protected override Task<IJournalStore> OpenAsync()
    {
        _database = SqlServerServer.NewDatabase();
        return Task.FromResult(Connect());
    }

    protected override async Task<IJournalStore> ReopenAsync(IJournalStore open)
    {
        await _open!.DisposeAsync();
        return Connect();
    }

    private IJournalStore Connect() => _open = new JournalDatabase(
        new SqlServerSessions(_database), [new ElectionProjection(), new TaskProjection(), new NoticeProjection(), new BoxProjection()], new Alarm(), _ => { });
}
