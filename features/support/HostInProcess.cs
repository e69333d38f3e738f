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
    public DateTimeOffset MachineTime { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Gongtui:DataDirectory", data.Value)
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new StoppedClock(MachineTime)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && data.IsValueCreated && Directory.Exists(data.Value)) Directory.Delete(data.Value, recursive: true);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
