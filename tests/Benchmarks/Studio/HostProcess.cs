using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gongtui.Benchmarks.Studio;

/// <summary>The real Host as a process of its own, on a directory.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(string directory)
    {
        var program = typeof(Host.Persistence.GongtuiDb).Assembly.Location;
        process = new Process
        {
            StartInfo = new("dotnet", [program, "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = Path.GetDirectoryName(program)!, RedirectStandardOutput = true },
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Gongtui__DataDirectory", directory), ("Gongtui__Demo", "true"), ("Logging__LogLevel__Default", "Warning"),
        })
            process.StartInfo.Environment[name] = value;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && PrintedAddress().Match(text) is { Success: true } address) listening.TrySetResult(new Uri(address.Value));
        };
    }

    public static async Task<(HostProcess Host, Uri Address)> StartAsync(string directory)
    {
        var host = new HostProcess(directory);
        host.process.Start();
        host.process.BeginOutputReadLine();
        return (host, await host.listening.Task.WaitAsync(Patience));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex PrintedAddress();
}
