using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Gongtui.Workflows.Procedures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>A Host with a procedure that goes from the plan straight to the meeting: the product's own diagram with the steps between
/// left out. Everything that the Host logs is kept.</summary>
public sealed class MeetingHost : TestHost
{
    public const string Procedure = "meeting-only";

    private static readonly string[] Steps = ["plan", "meeting-notice", "voting", "announce", "ratify", "done", "not-ratified"];
    private readonly KeptLog log = new();

    public MeetingHost()
    {
    }

    /// <summary>On files or a database of the test's own.</summary>
    internal MeetingHost(params (string Key, string Value)[] settings)
        : base(settings)
    {
    }

    public string Log => log.Text;

    /// <summary>Starts an election and takes it to the count of the attendance: 书记 zj-03, 副书记 zj-04, 委员 zj-05 to zj-08 for three seats.</summary>
    public async Task<MeetingScript> MeetAsync()
    {
        await PublishAsync();
        var script = new MeetingScript(this);
        await script.ToAttendanceAsync();
        return script;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFilter<KeptLog>(null, LogLevel.Trace).AddProvider(log));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) log.Dispose();
    }

    private async Task PublishAsync() => await InScopeAsync<GongtuiDb, int>(async db =>
    {
        var definition = Definition();
        if (await db.Procedures.FindAsync(definition.VersionId) is not null) return 0;
        var json = definition.ToCanonicalBytes();
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = definition.VersionId, Json = json });
        db.Procedures.Add(new ProcedureRow
        {
            Id = definition.VersionId,
            DefinitionId = Procedure,
            Version = 1,
            Name = definition.Name,
            Hash = [],
            IsLatest = true,
            IsPublished = true,
            CreatedAt = DateTimeOffset.UnixEpoch,
            CreatedBy = "test",
        });
        return await db.SaveChangesAsync();
    });

    private static WorkflowDefinition Definition()
    {
        var json = ProductProcedures.All().Select(bytes => JsonNode.Parse(bytes)!).Single(document => (string?)document["definitionId"] == "zhujian");
        (json["id"], json["definitionId"]) = ("meeting-only-1", Procedure);
        var root = json["root"]!;
        Keep(root["activities"]!.AsArray(), activity => Steps.Contains((string?)activity["id"]));
        var arrows = root["connections"]!.AsArray();
        Keep(arrows, arrow => Steps.Contains(End(arrow, "source")) && Steps.Contains(End(arrow, "target")));
        arrows.Add(JsonNode.Parse("""{"source":{"activity":"plan","port":"Done"},"target":{"activity":"meeting-notice","port":"In"},"vertices":[]}"""));
        return WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static string? End(JsonNode arrow, string end) => (string?)arrow[end]!["activity"];

    private static void Keep(JsonArray items, Func<JsonNode, bool> wanted)
    {
        foreach (var item in items.Where(item => !wanted(item!)).ToList()) items.Remove(item);
    }
}
