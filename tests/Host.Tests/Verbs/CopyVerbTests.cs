using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Meeting;
using Gongtui.Host.Verbs.Copies;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Verbs;

/// <summary><c>Host -- backup</c> beside a Host that works, and <c>Host -- restore</c> into an empty place.</summary>
public sealed class CopyVerbTests(MeetingHost host) : IClassFixture<MeetingHost>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongtui-copy-");

    [Fact]
    public async Task What_is_restored_verifies_and_holds_the_sealed_boxes_and_no_open_one()
    {
        var (ended, open) = (await host.MeetAsync(), await host.MeetAsync());
        await ended.ToEndAsync();
        await open.OpenAsync();
        await open.VoteAsync((3, ["zj-03"]));

        var (made, said) = await BackUpAsync();
        var (restored, told) = await RestoreAsync("data");

        Assert.Equal(0, made);
        Assert.Contains("1 个未封存的票箱没有备份", said, StringComparison.Ordinal);
        Assert.Equal(0, restored);
        Assert.Contains("份记录校验相符", told, StringComparison.Ordinal);
        Assert.NotEqual(0L, Count("data", "SELECT count(*) FROM box"));
        Assert.Equal(0L, Count("data", "SELECT count(*) FROM box WHERE root IS NULL"));
        Assert.NotEqual(0L, Count("data", "SELECT count(*) FROM sheet"));
        Assert.Equal(0L, Count("data", "SELECT count(*) FROM sheet WHERE box NOT IN (SELECT id FROM box)"));
    }

    [Fact]
    public async Task A_damaged_backup_and_a_place_that_is_taken_are_refused()
    {
        await (await host.MeetAsync()).ToEndAsync();
        Assert.Equal(0, (await BackUpAsync()).Code);
        Assert.Equal(2, (await BackUpAsync()).Code);
        Assert.Equal(0, (await RestoreAsync("first")).Code);
        Assert.Equal(2, (await RestoreAsync("first")).Code);

        var file = Path.Combine(folder.FullName, "backup", "gongtui.db");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var (code, said) = await RestoreAsync("second");

        Assert.Equal(2, code);
        Assert.Contains("备份已损坏", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "second", "gongtui.db")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Code, string Said)> BackUpAsync() => await RunAsync((output, errors) => BackupVerb.ExecuteAsync(
        [Path.Combine(folder.FullName, "backup"), $"--Gongtui:DataDirectory={host.Services.GetRequiredService<DataDirectory>().Root}"], output, errors));

    private async Task<(int Code, string Said)> RestoreAsync(string to) => await RunAsync((output, errors) => RestoreVerb.ExecuteAsync(
        [Path.Combine(folder.FullName, "backup"), $"--Gongtui:DataDirectory={Path.Combine(folder.FullName, to)}"], output, errors));

    private static async Task<(int Code, string Said)> RunAsync(Func<TextWriter, TextWriter, Task<int>> verb)
    {
        using var said = new StringWriter();
        return (await verb(said, said), said.ToString());
    }

    private object? Count(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, data, "boxes.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
