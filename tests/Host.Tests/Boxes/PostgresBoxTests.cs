using System.Text;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Postgres;
using Gongtui.Host.Tests.Persistence;
using Npgsql;
using Xunit;

namespace Gongtui.Host.Tests.Boxes;

/// <summary>Boxes on a real PostgreSQL server.</summary>
public sealed class PostgresBoxTests : BoxStoreCompliance, IAsyncLifetime
{
    private string database = "";
    private BoxDatabase? store;

    protected override IBoxStore Store => store!;

    public Task InitializeAsync()
    {
        database = PostgresServer.NewDatabase();
        store = new BoxDatabase(new PostgresBoxes(database), TimeProvider.System);
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        store?.Dispose();
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task What_was_accepted_is_there_after_a_restart()
    {
        await Store.OpenAsync("e/1", ["p1", "p2"]);
        var receipt = (await CastAsync("e/1", "p1", "yes")).Receipt!.Value;

        store!.Dispose();
        store = new BoxDatabase(new PostgresBoxes(database), TimeProvider.System);

        Assert.Equal(CastStatus.AlreadyCast, (await CastAsync("e/1", "p1", "yes")).Status);
        Assert.Equal(["yes"], (await Store.CloseAsync("e/1"))!.Sheets.Select(Encoding.UTF8.GetString));
        Assert.Equal(receipt.Hash.ToArray(), (await Store.LeavesAsync("e/1"))!.Single());
    }

    /// <summary>BALLOT 1: rows of one transaction carry the same number.</summary>
    [SkippableFact]
    public async Task No_hidden_number_pairs_an_elector_with_a_sheet_of_a_sealed_box()
    {
        var electors = Enumerable.Range(1, 20).Select(number => $"p{number}").ToArray();
        await Store.OpenAsync("e/1", electors);
        foreach (var elector in electors)
            await CastAsync("e/1", elector, $"sheet of {elector}");
        Assert.Equal(20, Pairs());

        await Store.CloseAsync("e/1");

        Assert.Equal(0, Pairs());
    }

    private long Pairs()
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        using var pairs = new NpgsqlCommand("SELECT count(*) FROM boxes.elector e JOIN boxes.sheet s ON e.xmin = s.xmin", connection);
        return (long)pairs.ExecuteScalar()!;
    }
}
