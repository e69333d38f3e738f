using System.Text;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Sqlite;
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

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private BoxDatabase OpenFile() => new(new SqliteBoxes(Path.Combine(folder, "boxes.db")), TimeProvider.System);

    private void Reopen()
    {
        store.Dispose();
        store = OpenFile();
    }
}
