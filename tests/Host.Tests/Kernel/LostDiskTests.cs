using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Persistence.Projecting;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Gongtui.Host.Tests.Kernel;

/// <summary>A disk that takes no more: the program says so and stops, instead of going on with what it cannot keep.</summary>
public sealed class LostDiskTests
{
    private const int InputOutputError = 74;

    [Fact]
    public async Task A_full_disk_stops_the_program_and_keeps_what_was_acknowledged()
    {
        var directory = Directory.CreateTempSubdirectory("gongtui-full-").FullName;
        await using (var host = new FullDisk(directory))
        {
            await host.PublishAsync(SmallProcedures.Event("wait"));
            Assert.IsType<Outcome.Accepted>(await host.StartAsync("wait", "kept"));
            var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

            await Assert.ThrowsAsync<IOException>(() => host.StartAsync("wait", "too-much"));
            await Assert.ThrowsAsync<IOException>(() => host.StartAsync("wait", "later"));

            Assert.True(stopping.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
            Assert.Equal(InputOutputError, Environment.ExitCode);
            Environment.ExitCode = 0;
        }

        await using (var again = new Again(directory))
        {
            var reader = again.Services.GetRequiredService<JournalReader>();
            Assert.Null(await reader.VerifyAsync("kept"));
            Assert.Null(await reader.LoadAsync("too-much"));
            Assert.IsType<Outcome.Accepted>(await again.StartAsync("wait", "after"));
        }

        Directory.Delete(directory, recursive: true);
    }

    private sealed class Again(string directory) : TestHost(("Gongtui:DataDirectory", directory));

    private sealed class FullDisk(string directory) : TestHost(("Gongtui:DataDirectory", directory))
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IProjection, Filler>());
        }
    }

    /// <summary>Lets the file not grow any more, and then fills it.</summary>
    private sealed class Filler : IProjection
    {
        public IReadOnlyList<string> Tables => [];

        public void Write(ProjectionWriter rows, Append append)
        {
            if (append.Burst.Instance != "too-much") return;
            rows.Execute("PRAGMA max_page_count=1");
            rows.Execute("CREATE TABLE filler AS SELECT randomblob(1000000) AS bytes");
        }
    }
}
