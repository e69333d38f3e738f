using System.Collections.Concurrent;
using System.Net;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>One election as the scripted people carry it through, and what they were told.</summary>
internal sealed class SmallElection(string instance, Visits staff, IReadOnlyList<Visits> members)
{
    public string Instance { get; } = instance;

    /// <summary>What people took home, by their number.</summary>
    public ConcurrentDictionary<int, string> Receipts { get; } = new();

    /// <summary>Those who were told only that they have cast before: the node that knew their receipt died.</summary>
    public ConcurrentBag<int> WithoutReceipt { get; } = [];

    public async Task RunAsync()
    {
        await DoneAsync("/api/elections", new { unit = Village.Unit, procedure = Village.Procedure, title = "小选举", id = Instance });
        await DoneAsync($"/api/tasks/{Instance}/plan-1/complete", new { decision = "submit", fields = Course.Plan() });
        await DoneAsync($"/api/tasks/{Instance}/notice-1/complete", new { decision = "publish", fields = new { title = "公告", body = "正文", audience = new[] { "member" } } });
        await Task.WhenAll(Enumerable.Range(0, members.Count).Select(CastAsync));
        await DoneAsync($"/api/boxes/{Instance}/1/close", new { comment = (string?)null });
    }

    /// <summary>Twice, as by somebody who clicks twice.</summary>
    private async Task CastAsync(int number)
    {
        var sheet = new { sheet = new { posts = new[] { new { post = "member", people = new[] { Village.Member((number + 1) % members.Count) } } } }, attempt = Guid.NewGuid().ToString("N") };
        for (var click = 0; click < 2; click++)
        {
            var (status, body, again) = await members[number].PostAsync($"/api/boxes/{Instance}/1/cast", sheet);
            if (status == HttpStatusCode.OK)
            {
                var receipt = body.GetProperty("text").GetString()!;
                Assert.Equal(receipt, Receipts.GetOrAdd(number, receipt));
                continue;
            }

            Assert.Equal("urn:gongtui:refusal:already-cast", body.GetProperty("type").GetString());
            Assert.True(again || click > 0, $"{number} was told before the first sheet to have cast into {Instance}");
            if (!Receipts.ContainsKey(number)) WithoutReceipt.Add(number);
        }
    }

    /// <summary>A request that failed on the way may have been done: then the next one is refused.</summary>
    private async Task DoneAsync(string path, object body)
    {
        var (status, answer, again) = await staff.PostAsync(path, body);
        Assert.True((int)status < 300 || (again && status is HttpStatusCode.Conflict or HttpStatusCode.NotFound), $"{path}: {status} {answer}");
    }
}
