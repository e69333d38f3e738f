using System.Text;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gongtui.Host.Tests.Boxes;

public sealed class InMemoryBoxStoreTests : BoxStoreCompliance
{
    protected override IBoxStore Store { get; } = new InMemoryBoxStore();
}

public sealed class SqliteBoxStoreTests : BoxStoreCompliance, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gongtui-boxes-").FullName;
    private BoxDatabase store;

    public SqliteBoxStoreTests() => store = OpenFile();

    protected override IBoxStore Store => store;

    [Fact]
    public async Task What_was_accepted_is_there_after_a_restart()
    {
        await Store.OpenAsync("e/1", ["p1", "p2"]);
        var receipt = (await CastAsync("e/1", "p1", "yes")).Receipt!.Value;

        Reopen();

        Assert.Equal(CastStatus.AlreadyCast, (await CastAsync("e/1", "p1", "yes")).Status);
        var closed = await Store.CloseAsync("e/1");
        Assert.Equal(["yes"], closed!.Sheets.Select(Encoding.UTF8.GetString));
        Reopen();
        Assert.Equal(closed.Root, (await Store.CloseAsync("e/1"))!.Root);
        Assert.Equal(receipt.Hash.ToArray(), (await Store.LeavesAsync("e/1"))!.Single());
    }

    [Fact]
    public async Task A_file_of_the_first_version_goes_on()
    {
        store.Dispose();
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(folder, "first.db")};Pooling=False"))
        {
            await file.OpenAsync();
            await using var script = file.CreateCommand();
            script.CommandText = FirstBoxTables.Script("INTEGER PRIMARY KEY", "INTEGER", "BLOB", hex => $"x'{hex}'");
            await script.ExecuteNonQueryAsync();
        }

        store = OpenFile("first.db");

        await CheckFirstBoxesAsync();
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private BoxDatabase OpenFile(string name = "boxes.db") => new(new SqliteBoxes(Path.Combine(folder, name)), TimeProvider.System);

    private void Reopen()
    {
        store.Dispose();
        store = OpenFile();
    }
}
