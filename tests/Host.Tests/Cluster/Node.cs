using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Gongtui.Host.Tests.Persistence;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>One process of a cluster at an address that stays the same, to be killed, frozen and started again.</summary>
internal sealed class Node(string folder, string database, int number) : IAsyncDisposable
{
    private const int Freeze = 19, Thaw = 18;

    private readonly int _port = PostgresServer.FreePort(), _siloPort = PostgresServer.FreePort();
    private readonly StringBuilder _output = new();
    private Process? _process;
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address => new($"http://127.0.0.1:{_port}");

    public int Number => number;

    /// <summary>At which the other nodes know it.</summary>
    public int SiloPort => _siloPort;

    public bool Runs => _process is { HasExited: false };

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts it and waits until it serves. One that ends while it starts, because the database is away, is started again, as a supervisor does.</summary>
    public async Task StartAsync()
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            Launch();
            var ended = _process!.WaitForExitAsync();
            if (await Task.WhenAny(_ready.Task, ended, Task.Delay(TimeSpan.FromMinutes(1))) == _ready.Task) return;
            await KillAsync();
            if (patience.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException($"Node {number} does not start. It said:\n{Output}");
            await Task.Delay(500);
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        await _process!.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it says good-bye.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        Signal(15);
        await _process!.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Cuts it off from everything, as a machine that hangs.</summary>
    public void Stop() => Signal(Freeze);

    public void Continue() => Signal(Thaw);

    private void Signal(int signal) => _ = Kill(_process!.Id, signal);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }

    private void Launch()
    {
        _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process
        {
            StartInfo = new("dotnet", [typeof(Program).Assembly.Location, "--urls", Address.ToString().TrimEnd('/')])
            {
                WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location)!, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Gongtui__DataDirectory", Path.Combine(folder, $"node-{number}")), ("Gongtui__Demo", "true"), ("Gongtui__SignInsPerMinute", "1000000"),
            ("Gongtui__OfficeKey", Path.Combine(folder, "office-key.pem")), ("Logging__LogLevel__Default", "Warning"),
            ("Database__Provider", "Postgres"), ("ConnectionStrings__Default", database), ("Cluster__Enabled", "true"), ("Cluster__Address", "127.0.0.1"), ("Cluster__SiloPort", $"{_siloPort}"),
            ("DOTNET_DbgEnableMiniDump", "0"),
        })
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
        if (line.Data?.Contains("Gongtui ready", StringComparison.Ordinal) == true) _ready.TrySetResult();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
