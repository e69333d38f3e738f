using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.SqlServer;
using Gongtui.Host.Tests.Boxes;
using Xunit;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>Boxes on a real SQL Server.</summary>
public sealed class SqlServerBoxTests : BoxStoreCompliance, IAsyncLifetime
{
    private BoxDatabase? store;

    protected override IBoxStore Store => store!;

    public Task InitializeAsync()
    {
        store = new BoxDatabase(new SqlServerBoxes(SqlServerServer.NewDatabase()), TimeProvider.System);
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        store?.Dispose();
        return Task.CompletedTask;
    }
}
