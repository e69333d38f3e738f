using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Api;

/// <summary>The viewer's live connection, spoken by hand: SignalR's JSON protocol over a WebSocket.</summary>
public sealed class HubTests(TestHost host) : IClassFixture<TestHost>
{
    private const char End = '\u001e';

    [Fact]
    public async Task Who_watches_an_election_hears_when_somebody_has_worked_on_it()
    {
        var course = await Course.StartAsync(host);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = await ConnectAsync(Designer.Person, timeout.Token);
        await SendAsync(socket, $$"""{"type":1,"invocationId":"0","target":"ObserveInstanceAsync","arguments":["{{course.Instance}}"]}""", timeout.Token);
        Assert.Equal(3, (int)(await NextAsync(socket, timeout.Token))["type"]!);

        await course.DoneAsync(Course.Staff, "plan-1", "submit", Course.Plan());

        var (first, second, third) = (await NextAsync(socket, timeout.Token), await NextAsync(socket, timeout.Token), await NextAsync(socket, timeout.Token));
        Assert.Equal(
            ["ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync"],
            new[] { first, second, third }.Select(message => (string)message["target"]!));
        Assert.Contains(first["arguments"]![0]!["stats"]!.AsArray(), stat => (string?)stat!["activityId"] == "plan" && (int)stat["completedCount"]! == 1);
        Assert.Equal(course.Instance, (string?)third["arguments"]![0]!["workflowInstanceId"]);
    }

    [Fact]
    public async Task Members_are_not_let_in() =>
        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(Course.Member, CancellationToken.None));

    private async Task<WebSocket> ConnectAsync(string person, CancellationToken cancellationToken)
    {
        var key = await host.InScopeAsync<GongtuiDb, string>(async db =>
        {
            var (text, row) = ApiKeys.Create(person, "hub", DateTimeOffset.UnixEpoch);
            db.ApiKeys.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            return text;
        });
        var client = host.Server.CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Authorization = "ApiKey " + key;
        var socket = await client.ConnectAsync(new Uri(host.Server.BaseAddress, "/elsa/hubs/workflow-instance"), cancellationToken);
        await SendAsync(socket, """{"protocol":"json","version":1}""", cancellationToken);
        await NextAsync(socket, cancellationToken);
        return socket;
    }

    private static Task SendAsync(WebSocket socket, string message, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, cancellationToken);

    private readonly Queue<string> waiting = [];

    /// <summary>The next message that is not a ping.</summary>
    private async Task<JsonObject> NextAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (waiting.TryDequeue(out var text))
                if (JsonNode.Parse(text) is JsonObject message && (int?)message["type"] != 6) return message;
            using var received = new MemoryStream();
            var buffer = new byte[16384];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, cancellationToken);
                await received.WriteAsync(buffer.AsMemory(0, part.Count), cancellationToken);
            }
            while (!part.EndOfMessage);
            foreach (var text in Encoding.UTF8.GetString(received.ToArray()).Split(End, StringSplitOptions.RemoveEmptyEntries)) waiting.Enqueue(text);
        }
    }
}
