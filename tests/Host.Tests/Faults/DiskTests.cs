using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>Disks that fail under the real process while people work. It says so, ends, and loses nothing that it has acknowledged.</summary>
public sealed class DiskTests(ITestOutputHelper output)
{
    private const int People = 20;
    private const int DeedsBefore = 25;
    private const int DeedsAfter = 10;
    private const int InputOutputError = 74;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task A_full_disk()
    {
        using var disk = new SmallDisk(megabytes: 48);
        await SurviveAsync(disk.Folder, [], disk.Fill, "磁盘已满", "The disk is full");
        disk.MakeRoom();
        await GoOnAsync(disk.Folder);
    }

    [SkippableFact]
    public async Task A_disk_that_becomes_read_only()
    {
        var directory = Directory.CreateTempSubdirectory("gongtui-readonly-").FullName;
        using var shim = new Shim(directory);
        await SurviveAsync(directory, shim.Settings, () => shim.FailWrites(Shim.ReadOnly), "磁盘", "disk");
        await GoOnAsync(directory);
        Directory.Delete(directory, recursive: true);
    }

    [SkippableFact]
    public async Task A_read_only_disk_at_the_start()
    {
        using var disk = new SmallDisk(megabytes: 48);
        await using (var host = await HostToKill.StartAsync(disk.Folder)) await host.KillAsync();
        disk.SetReadOnly(true);

        var (code, said) = await HostToKill.RunAsync(disk.Folder);

        Assert.Equal(InputOutputError, code);
        Assert.Contains("公推直选没有启动：磁盘只读", said, StringComparison.Ordinal);
        Assert.Contains("Gongtui did not start: The disk is read-only", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        disk.SetReadOnly(false);
        await using var again = await HostToKill.StartAsync(disk.Folder);
    }

    /// <summary>After a flush that failed nobody knows what is on the disk: no file is flushed again, and nothing more is written.</summary>
    [SkippableFact]
    public async Task A_flush_that_fails()
    {
        var directory = Directory.CreateTempSubdirectory("gongtui-flush-").FullName;
        using var shim = new Shim(directory);
        await SurviveAsync(directory, shim.Settings, () => shim.FailFlushes(Shim.InputOutput), "磁盘读写失败", "The disk failed");

        var databases = shim.Calls.Where(call => call.Contains(".db", StringComparison.Ordinal)).ToArray();
        output.WriteLine(string.Join('\n', databases));
        var failed = databases.Where(call => call.StartsWith("flush", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(failed);
        Assert.Equal(failed.Distinct(), failed);
        Assert.All(failed, flush => Assert.DoesNotContain(flush.Replace("flush", "write", StringComparison.Ordinal), databases.SkipWhile(call => call != flush)));
        await GoOnAsync(directory);
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Of the boxes' file alone; the journals' disk is well.</summary>
    [SkippableFact]
    public async Task A_flush_of_the_boxes_that_fails()
    {
        const int Everybody = 50, UntilBoxesAreOpen = 60;
        var directory = Directory.CreateTempSubdirectory("gongtui-boxflush-").FullName;
        using var shim = new Shim(Path.Combine(directory, "boxes.db"));
        await SurviveAsync(directory, shim.Settings, () => shim.FailFlushes(Shim.InputOutput), "磁盘读写失败", "The disk failed", Everybody, UntilBoxesAreOpen);

        Assert.NotEmpty(_crowd!.Ledger.Acknowledged[Deed.Cast]);
        var flushes = shim.Calls.Where(call => call.StartsWith("flush", StringComparison.Ordinal)).ToArray();
        Assert.Equal(flushes.Distinct(), flushes);
        await GoOnAsync(directory);
        Directory.Delete(directory, recursive: true);
    }

    private Crowd? _crowd;

    private async Task SurviveAsync(string directory, (string, string)[] settings, Action fail, string zh, string en, int people = People, int deeds = DeedsBefore)
    {
        _crowd = new Crowd(people, output);
        await using var host = await HostToKill.StartAsync(directory, settings);
        var code = 0;
        await _crowd.WorkAsync(host, deeds, async () =>
        {
            fail();
            code = await host.EndAsync(Patience);
        });

        output.WriteLine(host.Output[..Math.Min(host.Output.Length, 1500)]);
        Assert.Equal(InputOutputError, code);
        Assert.Contains(zh, host.Output, StringComparison.Ordinal);
        Assert.Contains(en, host.Output, StringComparison.Ordinal);
    }

    /// <summary>Started again where all is well, it goes on.</summary>
    private async Task GoOnAsync(string directory)
    {
        await using (var host = await HostToKill.StartAsync(directory))
            await _crowd!.WorkAsync(host, DeedsAfter, host.KillAsync);
        await _crowd.CheckAsync(directory);
        _crowd.Dispose();
    }
}
