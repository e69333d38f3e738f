using System.Collections.Concurrent;
using System.Net;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>Hundreds of clients at once, each with connections of its own, at a process that takes a few requests at a time.</summary>
public sealed class StormTests(ITestOutputHelper output)
{
    private const int Clients = 400;

    /// <summary>They have begun to send and do not go on.</summary>
    private const int Dawdlers = 6;
    private const string AtOnce = "8";

    [Fact]
    public async Task Who_is_too_much_is_told_when_to_come_again_and_nothing_else_fails()
    {
        var directory = Directory.CreateTempSubdirectory("gongtui-storm-").FullName;
        using var crowd = new Crowd(5, output);
        await using (var host = await HostToKill.StartAsync(directory, ("Gongtui__RequestsAtOnce", AtOnce)))
        {
            using var held = new CancellationTokenSource();
            var dawdlers = Enumerable.Range(0, Dawdlers).Select(_ => DawdleAsync(host.Address, held.Token)).ToArray();
            await Task.Delay(500);
            var answers = new ConcurrentBag<(HttpStatusCode Status, string? After, string Body)>();
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => VisitAsync(host.Address, number, answers)));
            await held.CancelAsync();
            await Task.WhenAll(dawdlers);

            output.WriteLine(string.Join(", ", answers.GroupBy(answer => answer.Status).Select(group => $"{group.Count()} × {(int)group.Key}")));
            Assert.Equal(Clients * 2, answers.Count);
            Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized }));
            var refused = answers.Where(answer => answer.Status == HttpStatusCode.ServiceUnavailable).ToArray();
            Assert.NotEmpty(refused);
            Assert.All(refused, answer => Assert.InRange(int.Parse(answer.After!, System.Globalization.CultureInfo.InvariantCulture), 1, 60));
            Assert.Contains(refused, answer => answer.Body.Contains("现在的请求太多", StringComparison.Ordinal));
            Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);

            // It is over: everybody gets in again, and work goes on.
            answers.Clear();
            for (var number = 0; number < 10; number++) await VisitAsync(host.Address, number, answers);
            Assert.DoesNotContain(answers, answer => answer.Status == HttpStatusCode.ServiceUnavailable);
            await crowd.WorkAsync(host, 10, host.KillAsync);
        }

        await crowd.CheckAsync(directory);
        Directory.Delete(directory, recursive: true);
    }

    private static async Task DawdleAsync(Uri address, CancellationToken held)
    {
        using var line = new System.Net.Sockets.TcpClient();
        await line.ConnectAsync(address.Host, address.Port, CancellationToken.None);
        await line.GetStream().WriteAsync("POST /demo/sign-in HTTP/1.1\r\nHost: gongtui\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nperson="u8.ToArray(), CancellationToken.None);
        await Task.Delay(Timeout.Infinite, held).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static async Task VisitAsync(Uri address, int number, ConcurrentBag<(HttpStatusCode, string?, string)> answers)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        foreach (var path in new[] { "/sign-in", number % 2 == 0 ? "/api/elections" : "/sign-in" })
        {
            using var answer = await client.GetAsync(new Uri(address, path));
            answers.Add((answer.StatusCode, answer.Headers.RetryAfter?.Delta?.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture), await answer.Content.ReadAsStringAsync()));
        }
    }
}
