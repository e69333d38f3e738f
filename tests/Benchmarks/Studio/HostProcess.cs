using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gongtui.Benchmarks.Studio;

/// <summary>The real Host as a process of its own, on a directory.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="project">The Host's own folder, from which it serves scripts and styles; null where nobody looks at its pages.</param>
    private HostProcess(string directory, string? project)
    {
        // As built, not as copied beside this program: the files of its pages are found by a list that lies there.
        var here = typeof(Host.Persistence.GongtuiDb).Assembly.Location;
        var program = project is null ? here : Path.Combine(project, "bin", "Release", "net10.0", Path.GetFileName(here));
        process = new Process
        {
            StartInfo = new("dotnet", [program, "--urls", "http://127.0.0.1:0"]) { WorkingDirectory = project ?? Path.GetDirectoryName(program)!, RedirectStandardOutput = true },
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", project is null ? "Production" : "Development"), ("Gongtui__DataDirectory", directory), ("Gongtui__Demo", "true"), ("Logging__LogLevel__Default", "Warning"),
        })
            process.StartInfo.Environment[name] = value;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && PrintedAddress().Match(text) is { Success: true } address) listening.TrySetResult(new Uri(address.Value));
        };
    }

    /// <param name="directory">Where its data lie.</param>
    /// <param name="pages">Whether somebody looks at its pages.</param>
    public static async Task<(HostProcess Host, Uri Address)> StartAsync(string directory, bool pages = false)
    {
        var host = new HostProcess(directory, pages ? Project() : null);
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

    private static string Project()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Workflows.sln"))) return Path.Combine(folder.FullName, "Host");
        throw new DirectoryNotFoundException("The benchmarks run below the folder of Workflows.sln.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex PrintedAddress();
}
