using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>The real process told to end, kept from starting beside another one, and left without memory, while people work.</summary>
public sealed class EndTests(ITestOutputHelper output) : IDisposable
{
    private const int People = 30;
    private const int InputOutputError = 74;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gongtui-end-");

    [SkippableFact]
    public async Task SIGTERM_during_a_burst_is_obeyed_within_ten_seconds_and_loses_nothing()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        using var crowd = new Crowd(People, output);
        for (var time = 0; time < 2; time++)
        {
            await using var host = await HostToKill.StartAsync(_directory.FullName);
            await crowd.WorkAsync(host, 40, async () => Assert.Equal(0, await host.TerminateAsync(within: TimeSpan.FromSeconds(10))));
            Assert.DoesNotContain("crit:", host.Output, StringComparison.Ordinal);
        }

        await crowd.CheckAsync(_directory.FullName);
    }

    [Fact]
    public async Task A_second_process_on_the_same_directory_is_refused_in_one_sentence()
    {
        using var crowd = new Crowd(5, output);
        await using var host = await HostToKill.StartAsync(_directory.FullName);
        await crowd.WorkAsync(host, 5, async () =>
        {
            var (code, said) = await HostToKill.RunAsync(_directory.FullName);
            Assert.Equal(InputOutputError, code);
            var sentence = Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains($"数据目录正被另一进程使用：{_directory.FullName}", sentence, StringComparison.Ordinal);
            Assert.Contains("in use by another process", sentence, StringComparison.Ordinal);
        });
        await crowd.WorkAsync(host, 5, host.KillAsync);
        await crowd.CheckAsync(_directory.FullName);
    }

    /// <summary>A heap that is too small for what is asked: requests fail or the process dies, whichever comes first.</summary>
    [Fact]
    public async Task Out_of_memory()
    {
        using var crowd = new Crowd(People, output);
        var limit = ("DOTNET_GCHeapHardLimit", (Megabytes * 1024 * 1024).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        await using (var host = await HostToKill.StartAsync(_directory.FullName, limit))
        {
            await crowd.WorkAsync(host, 20, async () =>
            {
                for (var round = 1; round <= 20 && !host.HasEnded && !RanOut(host.Output); round++)
                {
                    // Large forms at once: the product allows 2 MB each, and reads a form before it knows the sender.
                    await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => PostAsync(host.Address)));
                    output.WriteLine($"round {round}: {(host.HasEnded ? "it ended" : RanOut(host.Output) ? "memory ran out" : "memory sufficed")}");
                }

                if (!host.HasEnded) await host.KillAsync();
            });
            Assert.True(RanOut(host.Output), $"Memory did not run out. It said:\n{host.Output}");
        }

        await using (var again = await HostToKill.StartAsync(_directory.FullName)) await crowd.WorkAsync(again, 10, again.KillAsync);
        await crowd.CheckAsync(_directory.FullName);
    }

    private const long Megabytes = 44;

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>Whether the runtime said so, of a request or with its last words.</summary>
    private static bool RanOut(string said) => said.Replace(" ", "", StringComparison.Ordinal).Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase);

    private static async Task PostAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        using var body = new StringContent("person=" + new string('x', 1_900_000), System.Text.Encoding.ASCII, "application/x-www-form-urlencoded");
        try
        {
            await client.PostAsync(new Uri(address, "/sign-in"), body);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // Refused, cut off, or the process is gone.
        }
    }
}
