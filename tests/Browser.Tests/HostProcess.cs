using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>The real Host in demo mode: its own process, a data directory of its own, a port that the system chose.</summary>
public sealed partial class HostProcess : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string data = Directory.CreateTempSubdirectory("gongtui-browser-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    /// <summary>The address that the Host printed once it listened.</summary>
    public Uri Address => listening.Task.IsCompletedSuccessfully ? listening.Task.Result : throw new InvalidOperationException("The Host has not started.");

    /// <exception cref="InvalidOperationException">It ended or printed no address in time; the message holds what it printed.</exception>
    public async Task InitializeAsync()
    {
        process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += Read;
        process.ErrorDataReceived += Read;
        process.Exited += (_, _) => listening.TrySetException(Failure("ended"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(listening.Task, Task.Delay(Patience)) != listening.Task) throw Failure("printed no address");
        await listening.Task;
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("dotnet", [Places.HostAssembly, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Places.HostProject,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        command.Environment["Gongtui__DataDirectory"] = data;
        command.Environment["Gongtui__Demo"] = "true";
        return command;
    }

    private void Read(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        output.Enqueue(line.Data);
        if (PrintedAddress().Match(line.Data) is { Success: true } address) listening.TrySetResult(new Uri(address.Value));
    }

    private InvalidOperationException Failure(string what) => new($"The Host {what}. It said:\n{string.Join('\n', output)}");

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex PrintedAddress();
}
