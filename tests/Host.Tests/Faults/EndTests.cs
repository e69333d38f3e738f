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
                // Large bodies to many pages at once: the product allows 2 MB each.
                await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => PostAsync(host.Address)));
                if (!host.HasEnded) await host.KillAsync();
            });
            output.WriteLine(host.Output.Contains("OutOfMemory", StringComparison.OrdinalIgnoreCase) || host.Output.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
                ? "memory ran out" : "memory did not run out");
            Assert.Contains("memory", host.Output.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        await using (var again = await HostToKill.StartAsync(_directory.FullName)) await crowd.WorkAsync(again, 10, again.KillAsync);
        await crowd.CheckAsync(_directory.FullName);
    }

    private const long Megabytes = 44;

    public void Dispose() => _directory.Delete(recursive: true);

    private static async Task PostAsync(Uri address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        using var body = new StringContent("{\"sheet\":[" + string.Join(',', Enumerable.Repeat("\"干部\"", 180_000)) + "]}", System.Text.Encoding.UTF8, "application/json");
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
