using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Gongtui.Features.Support;

/// <summary>The real Host inside the test process, with a data directory of its own; SpecFlow makes one per scenario, and it starts
/// when somebody first asks for something.</summary>
public sealed class HostInProcess : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
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

    /// <summary>Ends the Host, away from the caller's synchronization context: the factory blocks on the disposal of the services, which
    /// could then never go on when the context has that one thread. When this returns, the files that are kept are closed.</summary>
    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return new(Task.Run(async () =>
        {
            await base.DisposeAsync();
            await LetGoAsync();
        }));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Gongtui:DataDirectory", Data)
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new StoppedClock(MachineTime)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !KeepsData && data.IsValueCreated && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
    }

    /// <summary>The program disposes its services, too, and the factory does not wait for it.</summary>
    private async Task LetGoAsync()
    {
        for (var waited = TimeSpan.Zero; KeepsData && IsHeld(); waited += Pause)
        {
            if (waited > Patience) throw new IOException($"The Host did not let go of {Data}.");
            await Task.Delay(Pause);
        }
    }

    private bool IsHeld()
    {
        try
        {
            File.Open(Path.Combine(Data, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
