using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>The real Host as a process of its own, to be killed.</summary>
internal sealed partial class HostToKill : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostToKill(string directory, (string Name, string Value)[] settings, string[]? verb = null)
    {
        _process = new Process
        {
            StartInfo = new("dotnet", [typeof(Program).Assembly.Location, .. verb ?? ["--urls", "http://127.0.0.1:0"]])
            {
                WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location)!, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Gongtui__DataDirectory", directory), ("Gongtui__Demo", "true"), ("Gongtui__SignInsPerMinute", "100000"),
            ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Microsoft.AspNetCore.StaticFiles", "Error"),
        }.Concat(settings))
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
    }

    public Uri Address { get; private set; } = null!;

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it on a directory and waits until it serves.</summary>
    /// <param name="settings">Further variables of its environment.</param>
    public static async Task<HostToKill> StartAsync(string directory, params (string Name, string Value)[] settings)
    {
        var host = new HostToKill(directory, settings);
        host.Launch();
        var ended = host._process.WaitForExitAsync();
        if (await Task.WhenAny(host._listening.Task, ended, Task.Delay(Patience)) == host._listening.Task)
        {
            host.Address = await host._listening.Task;
            return host;
        }

        await host.DisposeAsync();
        throw new InvalidOperationException($"The Host did not say that it is ready. It said:\n{host.Output}");
    }

    /// <summary>Starts it where it cannot work, and waits for its end.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string directory, params (string Name, string Value)[] settings)
    {
        await using var host = new HostToKill(directory, settings);
        host.Launch();
        return (await host.EndAsync(Patience), host.Output);
    }

    /// <summary>Has it do something from the command line, and waits for its end.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string directory, string[] verb)
    {
        await using var host = new HostToKill(directory, [], verb);
        host.Launch();
        return (await host.EndAsync(Patience), host.Output);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> EndAsync(TimeSpan within)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(within);
            return _process.ExitCode;
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"The Host did not end. It said:\n{Output}", e);
        }
    }

    /// <summary>SIGTERM, and what comes of it.</summary>
    /// <returns>Exit code.</returns>
    public async Task<int> TerminateAsync(TimeSpan within)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        return await EndAsync(within);
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Bytes in memory.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed that was not.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Launch()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
        if (line.Data is { } text && PrintedAddress().Match(text) is { Success: true } address) _listening.TrySetResult(new Uri(address.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex PrintedAddress();
}
