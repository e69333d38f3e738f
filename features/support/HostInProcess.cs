using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gongtui.Features.Support;

/// <summary>The real Host inside the test process, with a data directory of its own; SpecFlow makes one per scenario, and it starts
/// when somebody first asks for something.</summary>
public sealed class HostInProcess : WebApplicationFactory<Program>
{
    private readonly Lazy<string> data = new(() => Directory.CreateTempSubdirectory("gongtui-feature-").FullName);

    /// <summary>Where the machine's clock stands still, so that dates in a scenario mean the same on every day it runs;
    /// to be set before the start. Scenarios move on by the demo's own clock. Without a word from them it is a Monday morning.</summary>
    public DateTimeOffset MachineTime { get; set; } = Monday;

    /// <summary>Whether nobody has asked for a service or set a time of their own: the Host can still begin with prepared data.</summary>
    public bool IsUntouched => !data.IsValueCreated && MachineTime == Monday;

    /// <summary>Keeps the data directory when the Host ends.</summary>
    public bool KeepsData { get; init; }

    /// <summary>Absolute path of the data directory.</summary>
    public string Data => data.Value;

    private static DateTimeOffset Monday { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Begins with a copy of a data directory whose Host has ended.</summary>
    public void BeginWith(string prepared)
    {
        foreach (var folder in Directory.EnumerateDirectories(prepared, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(Data, Path.GetRelativePath(prepared, folder)));
        // The mark of the Host that uses a directory belongs to that Host alone.
        foreach (var file in Directory.EnumerateFiles(prepared, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use"))
            File.Copy(file, Path.Combine(Data, Path.GetRelativePath(prepared, file)));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Gongtui:DataDirectory", Data)
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new StoppedClock(MachineTime)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !KeepsData && data.IsValueCreated && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
