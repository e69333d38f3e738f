using Gongtui.Engine.Storage;
using Gongtui.Engine.Tests.Storage;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>Journals on a real database server keep what every store has to keep.</summary>
/// <param name="newDatabase">Makes a database at the product's schema and gives its connection string; skips where there is no server.</param>
/// <param name="connect">Sessions to a database.</param>
public abstract class ServerJournalCompliance(Func<string> newDatabase, Func<string, IJournalSessions> connect) : JournalStoreCompliance
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
        _database = newDatabase();
        return Task.FromResult(Connect());
    }

    protected override async Task<IJournalStore> ReopenAsync(IJournalStore open)
    {
        await _open!.DisposeAsync();
        return Connect();
    }

    private IJournalStore Connect() => _open = new JournalDatabase(
        connect(_database), [new ElectionProjection(), new TaskProjection(), new NoticeProjection(), new BoxProjection()], new Alarm(), _ => { });
}
