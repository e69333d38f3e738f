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

    private HostToKill(string directory)
    {
        _process = new Process
        {
            StartInfo = new("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"])
            {
                WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location)!, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Gongtui__DataDirectory", directory), ("Gongtui__Demo", "true"), ("Gongtui__SignInsPerMinute", "100000"),
            ("Logging__LogLevel__Default", "Warning"),
        })
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
    public static async Task<HostToKill> StartAsync(string directory)
    {
        var host = new HostToKill(directory);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        try
        {
            host.Address = await host._listening.Task.WaitAsync(Patience);
            return host;
        }
        catch (TimeoutException e)
        {
            await host.DisposeAsync();
            throw new TimeoutException($"The Host did not say that it is ready. It said:\n{host.Output}", e);
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

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
        if (line.Data is { } text && PrintedAddress().Match(text) is { Success: true } address) _listening.TrySetResult(new Uri(address.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex PrintedAddress();
}
