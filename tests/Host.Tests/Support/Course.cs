using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Support;

/// <summary>One election of the demo branch, driven through the API by its people.</summary>
public sealed class Course(TestHost host, string instance)
{
    public const string Staff = "zj-01";
    public const string OtherStaff = "zj-02";
    public const string Committee = "zj-03";
    public const string Member = "zj-11";
    public const string OtherMember = "zj-12";
    public const string Superior = "gw-01";

    private readonly Dictionary<string, Visitor> visitors = [];

    public string Instance { get; } = instance;

    /// <summary>Starts an election with a random id.</summary>
    public static async Task<Course> StartAsync(TestHost host)
    {
        var course = new Course(host, $"t-{Guid.NewGuid():N}"[..20]);
        var answer = await course.PostAsync(Staff, "/api/elections", new { unit = "zj", procedure = "zhujian", title = "试验选举", id = course.Instance });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return course;
    }

    /// <summary>Starts one and brings it to the open boxes of the recommendation.</summary>
    public static async Task<Course> AtRecommendationAsync(TestHost host)
    {
        var course = await StartAsync(host);
        await course.DoneAsync(Staff, "plan-1", "submit", Plan());
        await course.DoneAsync(Superior, "approval-1", "approve", new { number = "机工发〔2026〕1号" });
        await course.DoneAsync(Staff, "notice-1", "publish", new { title = "公告", body = "正文", audience = new[] { "member", "masses" } });
        return course;
    }

    /// <summary>A plan that can be carried out.</summary>
    /// <param name="candidates">Planned candidates for three seats of members; null for the least.</param>
    public static object Plan(int? candidates = null) => new
    {
        parameters = new
        {
            posts = new object[]
            {
                new { post = "secretary", name = new { zh = "书记", en = "Secretary" }, seats = 1, mode = "Equal" },
                new { post = "member", name = new { zh = "委员", en = "Member" }, seats = 3, mode = "Differential", candidates },
            },
        },
        meetingOn = "2099-01-05",
        place = "会议室",
        conditions = "正式党员",
    };

    /// <summary>The person's browser.</summary>
    public async Task<Visitor> AsAsync(string person) =>
        visitors.TryGetValue(person, out var visitor) ? visitor : visitors[person] = await host.EnterAsync(person);

    public async Task<HttpResponseMessage> PostAsync(string person, string path, object? body) =>
        await (await AsAsync(person)).Client.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> CompleteAsync(string person, string task, string decision, object? fields = null) =>
        PostAsync(person, $"/api/tasks/{Instance}/{task}/complete", new { decision, fields });

    public Task<HttpResponseMessage> CastAsync(string person, int box, object sheet, string attempt = "") =>
        PostAsync(person, $"/api/boxes/{Instance}/{box}/cast", new { sheet, attempt });

    public async Task DoneAsync(string person, string task, string decision, object? fields = null)
    {
        var answer = await CompleteAsync(person, task, decision, fields);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Number that the pages give to a task.</summary>
    public async Task<long> NumberAsync(string task) => await host.InScopeAsync<GongtuiDb, long>(db =>
        Task.FromResult(db.Tasks.Single(row => row.Instance == Instance && row.Task == task).Id));

    public async Task<InstanceState> RunAsync() =>
        (await host.Services.GetRequiredService<JournalReader>().LoadAsync(Instance))!.State;

    public async Task<Election> NowAsync() => (await RunAsync()).Election();

    /// <summary>Last entry of the journal; 0 when there is none.</summary>
    public async Task<long> HeadAsync() =>
        (await host.Services.GetRequiredService<JournalReader>().LoadAsync(Instance))?.State.Sequence ?? 0;

    /// <summary>Does what is refused, and holds that nothing was recorded.</summary>
    /// <returns>The problem document.</returns>
    public async Task<JsonElement> RefusedAsync(HttpStatusCode status, string kind, Func<Task<HttpResponseMessage>> action)
    {
        var before = await HeadAsync();
        var answer = await action();
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:gongtui:refusal:" + kind, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        Assert.Equal(before, await HeadAsync());
        return problem;
    }
}
