using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gongtui.Host.Audit;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Meeting;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Audit;

/// <summary>Those who look are looked at; and looking is all that they can do.</summary>
public sealed partial class ReadingTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    /// <summary>What everybody may do for themselves, and what only the demo has.</summary>
    private static readonly string[] Own = ["/sign-in", "/sign-out", "/account", "/demo", "/language", "/setup", "/_blazor", "/elsa/hubs"];

    /// <summary>What reading itself may write: who read, and the checkpoints over that.</summary>
    private static readonly string[] Written = ["access", "checkpoint", "checkpoint_head", "api_key", "sqlite_sequence"];

    [Fact]
    public async Task Every_reading_and_export_is_written_down_with_its_range()
    {
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var auditor = await host.EnterAsync(Auditor);

        await auditor.GetAsync($"/audit/{meeting.Instance}");
        await auditor.GetAsync($"/audit/{meeting.Instance}/as-of?at=3");
        await auditor.GetAsync($"/audit/{meeting.Instance}/verify");
        await auditor.GetAsync($"/api/elections/{meeting.Instance}/journal");
        await auditor.GetAsync($"/api/elections/{meeting.Instance}/dossier");
        var head = (await meeting.RunAsync()).Sequence;
        var read = (await meeting.AsAsync(Auditor, new ListReadings(meeting.Instance))).Value!;
        var page = await auditor.ReadAsync($"/audit/readings?instance={meeting.Instance}");

        Assert.True(read.Holds);
        Assert.All(read.Lines, line => Assert.Equal((Auditor, 1L, head), (line.By, line.First, line.Last)));
        Assert.Equal(
            [ReadingKinds.Replay, ReadingKinds.Verify, ReadingKinds.Journal, ReadingKinds.Journal, ReadingKinds.Dossier], read.Lines.Reverse().Select(line => line.What));
        Assert.Contains("导出卷宗", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sees_its_own_elections_readers_and_members_see_none()
    {
        var meeting = await host.MeetAsync();
        await meeting.AsAsync(Auditor, new VerifyJournal(meeting.Instance));

        Assert.NotEmpty((await meeting.AsAsync(Staff, new ListReadings(meeting.Instance))).Value!.Lines);
        Assert.NotEmpty((await meeting.AsAsync(Superior, new ListReadings(meeting.Instance))).Value!.Lines);
        Assert.Equal(Kinds.Forbidden, (await meeting.AsAsync("zj-11", new ListReadings(meeting.Instance))).Refusal!.Kind);
    }

    [Fact]
    public async Task A_changed_line_breaks_the_chain()
    {
        using var own = new MeetingHost();
        var meeting = await own.MeetAsync();
        await meeting.AsAsync(Auditor, new VerifyJournal(meeting.Instance));
        await own.InScopeAsync<GongtuiDb, int>(async db => await db.Database.ExecuteSqlRawAsync(
            "DROP TRIGGER access_no_update; UPDATE access SET line = replace(line, 'verify', 'replay')"));

        Assert.False((await meeting.AsAsync(Auditor, new ListReadings())).Value!.Holds);
    }

    [Fact]
    public async Task No_address_of_the_product_lets_an_auditor_change_anything()
    {
        var meeting = await host.MeetAsync();
        var auditor = await host.EnterAsync(Auditor);
        var token = Token().Match(await auditor.ReadAsync("/account")).Groups[1].Value;
        var run = await meeting.RunAsync();
        var procedure = await host.InScopeAsync<GongtuiDb, ProcedureRow>(async db => await db.Procedures.FirstAsync(row => row.Id == run.Graph.VersionId));
        var task = await host.InScopeAsync<GongtuiDb, TaskRow>(async db => await db.Tasks.FirstAsync(row => row.Instance == meeting.Instance && row.State == "Open"));
        var before = await DumpAsync();
        var tried = 0;
        foreach (var (method, pattern) in Changing())
        {
            var path = Parameter().Replace(pattern, match => match.Groups[1].Value.TrimStart('*') switch
            {
                "instance" or "Instance" => meeting.Instance,
                "task" when pattern.StartsWith("/api", StringComparison.Ordinal) => task.Task,
                "task" or "Task" or "number" or "Number" or "notice" => task.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "definitionId" => procedure.DefinitionId,
                "version" => "1",
                _ => procedure.Id,
            });
            foreach (var body in new HttpContent[]
            {
                new StringContent("""{"decision":"open","choice":"approve","task":"x","fields":{},"model":{"name":"x","root":{}},"unit":"zj","procedure":"zhujian","title":"x"}""", Encoding.UTF8, "application/json"),
                new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "save"), new("decision", "open"), new("reason", "x")]),
            })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body };
                using var answer = await auditor.Client.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {(int)answer.StatusCode}");
                tried++;
            }
        }

        Assert.True(tried > 100, $"{tried} requests");
        Assert.Equal(before, await DumpAsync());
    }

    private IEnumerable<(string Method, string Path)> Changing() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))))
            .Where(found => found.method is "POST" or "PUT" or "DELETE" or "PATCH")
            .Where(found => !Own.Any(own => found.Item2.StartsWith(own, StringComparison.Ordinal)))
            .Distinct();

    private async Task<Dictionary<string, string>> DumpAsync() => await host.InScopeAsync<GongtuiDb, Dictionary<string, string>>(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        var dump = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await db.Database.SqlQueryRaw<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToListAsync())
        {
            if (Written.Contains(table)) continue;
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                    hash.AppendData(rows.GetValue(column) as byte[] ?? Encoding.UTF8.GetBytes($"{rows.GetValue(column)}|"));
            }

            dump[table] = Convert.ToHexString(hash.GetHashAndReset());
        }

        return dump;
    });

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("\\{([^:}?]+)[^}]*\\}")]
    private static partial Regex Parameter();
}
