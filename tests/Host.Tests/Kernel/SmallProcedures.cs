using System.Security.Cryptography;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gongtui.Host.Tests.Kernel;

/// <summary>Puts small definitions into a Host's database and runs them there.</summary>
internal static class SmallProcedures
{
    public static string Delay(string id, int version, TimeSpan delay) => Definition(id, version,
        $$"""{"id":"wait","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"{{delay:c}}"} } }""");

    public static string Event(string id, int version = 1) => Definition(id, version,
        """{"id":"wait","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"next"}}}""");

    /// <summary>Stores a version as Studio's publishing does.</summary>
    public static Task<int> PublishAsync(this TestHost host, string json, bool published = true) => host.InScopeAsync((GongtuiDb db) =>
    {
        var definition = WorkflowDefinition.Parse(json);
        var bytes = definition.ToCanonicalBytes();
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = definition.VersionId, Json = bytes });
        db.Procedures.Add(new ProcedureRow
        {
            Id = definition.VersionId, DefinitionId = definition.DefinitionId, Version = definition.Version, Name = definition.Name,
            Hash = SHA256.HashData(bytes), IsPublished = published, CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "test",
        });
        return db.SaveChangesAsync();
    });

    public static async Task<Outcome> StartAsync(this TestHost host, string definition, string instance)
    {
        var services = host.Services;
        var graph = services.GetRequiredService<GraphCatalog>().Published(definition)!;
        return await services.GetRequiredService<Runtime>().SendAsync(new StartCommand(instance, graph) { Now = services.GetRequiredService<ElectionClock>().GetUtcNow() });
    }

    /// <summary>Waits until a run is as it should be; the state it has then, or in the end.</summary>
    public static async Task<InstanceState> UntilAsync(this TestHost host, string instance, Func<InstanceState, bool> reached)
    {
        var reader = host.Services.GetRequiredService<JournalReader>();
        for (var patience = 0; ; patience++)
        {
            var state = (await reader.LoadAsync(instance))!.State;
            if (reached(state) || patience == 600) return state;
            await Task.Delay(50);
        }
    }

    private static string Definition(string id, int version, string root) =>
        $$"""{"definitionId":"{{id}}","id":"{{id}}-{{version}}","version":{{version}},"name":"{{id}}","root":{{root}} }""";
}
