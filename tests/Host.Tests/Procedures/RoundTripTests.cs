using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Gongtui.Host.Procedures;
using Gongtui.Host.Tests.Api;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Whatever is saved comes back unchanged through the editor, and files of Elsa's server come and go unharmed.</summary>
public sealed class RoundTripTests(TestHost host) : IClassFixture<TestHost>
{
    private Designer? designer;

    [Property(MaxTest = 60)]
    public async Task Any_definition_survives_saving_the_editors_model_and_loading(int seed)
    {
        designer ??= await Designer.EnterAsync(host);
        var saved = await designer.SaveAsync(new RandomDefinition(seed).Make());
        var loaded = await designer.LatestAsync((string)saved["definitionId"]!);
        Assert.Null(FirstDifference(saved, loaded));

        var again = await designer.SaveAsync(StudioClient.Pass(loaded));

        Assert.Null(FirstDifference(loaded, again));
    }

    [Fact]
    public async Task A_file_of_Elsas_server_comes_in_and_goes_out_with_all_it_holds()
    {
        var member = await Designer.EnterAsync(host);
        var file = ElsaCall.Resource("elsa-3.8-export.json");

        var imported = await member.AskAsync(HttpMethod.Post, "workflow-definitions/import", file);
        var exported = await member.AskAsync(HttpMethod.Get, $"workflow-definitions/{imported["definitionId"]}/export?versionOptions=Latest");

        Assert.True(ProcedureShelf.SaysTheSame(file.AsObject(), exported.AsObject()), exported.ToJsonString());
    }

    /// <summary>Path and values of the first place where two differ; null when they say the same.</summary>
    private static string? FirstDifference(JsonNode? one, JsonNode? other, string path = "$") => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Select(property => property.Key).Union(b.Select(property => property.Key))
            .Select(name => a.ContainsKey(name) == b.ContainsKey(name) ? FirstDifference(a[name], b[name], $"{path}.{name}") : $"{path}.{name}: in one only")
            .FirstOrDefault(difference => difference is not null),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.Select((item, i) => FirstDifference(item, b[i], $"{path}[{i}]")).FirstOrDefault(difference => difference is not null),
        _ => JsonNode.DeepEquals(one, other) ? null : $"{path}: {one?.ToJsonString()} ≠ {other?.ToJsonString()}",
    };
}
