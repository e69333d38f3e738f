using System.Text.Json.Nodes;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Tests.Meeting;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Api;

/// <summary>The editor's viewer is no way round the announcement.</summary>
public sealed class HeldResultTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    [Theory]
    [InlineData(Auditor)]
    [InlineData(Designer.Person)]
    public async Task What_was_counted_is_in_no_answer_before_it_is_announced(string person)
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((30, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));
        await meeting.CloseAsync();
        var viewer = await Designer.MakeAsync(host, person);

        var held = await EverythingAsync(viewer, meeting.Instance);
        await meeting.DoAsync(TaskKinds.Announce, Staff, Decisions.Announce, new AnnounceForm());
        var announced = await EverythingAsync(viewer, meeting.Instance);

        foreach (var sign in new[] { nameof(ContestsCounted), "\"Elected\"" })
        {
            Assert.DoesNotContain(sign, held, StringComparison.Ordinal);
            Assert.Contains(sign, announced, StringComparison.Ordinal);
        }
    }

    /// <summary>All that the viewer reads of a run, and what it can download.</summary>
    private static async Task<string> EverythingAsync(Designer viewer, string instance)
    {
        var executions = await viewer.AskAsync(HttpMethod.Get, $"activity-executions/list?WorkflowInstanceId={instance}");
        var answers = new List<JsonNode> { executions };
        foreach (var path in new[] { "", "/journal", "/variables", "/execution-state", "/export" }) answers.Add(await viewer.AskAsync(HttpMethod.Get, $"workflow-instances/{instance}{path}"));
        foreach (var execution in executions["items"]!.AsArray()) answers.Add(await viewer.AskAsync(HttpMethod.Get, $"activity-executions/by-id?id={execution!["id"]}"));
        return string.Join('\n', answers.Select(answer => answer.ToJsonString()));
    }
}
