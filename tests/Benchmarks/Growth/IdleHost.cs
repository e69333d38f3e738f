using System.Diagnostics;
using System.Globalization;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Benchmarks.Growth;

/// <summary>The real product on a directory, with nobody there.</summary>
internal sealed class IdleHost : IAsyncDisposable
{
    /// <summary>A checkpoint is made a minute after the start; after that it is given time to be done.</summary>
    private static readonly TimeSpan ACheckpoint = TimeSpan.FromSeconds(75);

    private readonly Process process;

    private IdleHost(Process process, TimeSpan startUp) => (this.process, StartUp) = (process, startUp);

    /// <summary>From the command to the line that says that it serves.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>The most that was resident since the start.</summary>
    public double Megabytes => Status("VmHWM:") / 1024.0;

    public static async Task<IdleHost> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(JournalDatabase).Assembly.Location, "--Gongtui:DataDirectory", folder, "--urls", "http://127.0.0.1:0" })
            start.ArgumentList.Add(argument);
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Gongtui ready", StringComparison.Ordinal))
            continue;
        return new IdleHost(process, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Waits until it has made its first checkpoint, if there was something new.</summary>
    public async Task CheckpointAsync()
    {
        var busy = TimeSpan.Zero;
        await Task.Delay(ACheckpoint);
        while (process.TotalProcessorTime - busy > TimeSpan.FromSeconds(0.5))
        {
            busy = process.TotalProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(5));
            process.Refresh();
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Kibibytes.</summary>
    private long Status(string name) =>
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var size, ..]
            ? long.Parse(size, CultureInfo.InvariantCulture) : 0;
}
