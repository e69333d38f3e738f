using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Api;

/// <summary>Elsa's API as its own server answered it, call by call. What differs was chosen, and chosen-differences.json says why.</summary>
public sealed class ConformanceTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Every_call_of_the_editor_is_answered_as_by_Elsa_or_differs_for_a_reason()
    {
        var scene = await ConformanceScene.SetAsync(host);
        var (unknown, used) = (new List<string>(), new HashSet<ChosenDifference>());
        foreach (var call in ElsaCall.All)
        {
            foreach (var what in await DifferencesAsync(scene, call))
            {
                if (ChosenDifference.All.FirstOrDefault(chosen => chosen.Covers(call.Name, what)) is { } chosen) used.Add(chosen);
                else unknown.Add($"{call.Name} ({call.Method} {call.Path}): {what}");
            }
        }

        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
        Assert.Empty(ChosenDifference.All.Except(used).Select(chosen => $"{chosen.Call}: {chosen.What} does not differ any more"));
    }

    [Fact]
    public void A_shape_tells_what_is_missing_of_another_type_or_too_much()
    {
        var shape = JsonNode.Parse("""{"type":"object","fields":{"a":{"type":"string"},"b":{"type":"array","items":{"type":"number"}},"c":{"type":"string","optional":true}}}""")!.AsObject();

        Assert.Empty(Shapes.Differences(shape, JsonNode.Parse("""{"a":"x","b":[1,2]}""")));
        Assert.Equal(
            ["$.a: missing", "$.b[]: number → string", "$.d: more than Elsa sends"],
            Shapes.Differences(shape, JsonNode.Parse("""{"b":["x"],"d":1}""")));
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(ConformanceScene scene, ElsaCall call)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), "/elsa/api/" + await scene.FillAsync(call.Path));
        if (call.Body is { } body)
        {
            var text = body.GetValueKind() == JsonValueKind.String ? (string)body! : body.ToJsonString();
            request.Content = new StringContent(await scene.FillAsync(text), Encoding.UTF8, "application/json");
        }

        if (call.As is "key" or "wrong-key") request.Headers.Add("Authorization", "ApiKey " + (call.As == "key" ? scene.Key : "gt_no_key"));
        var client = call.As == "designer" ? scene.Designer.Client : host.Visit().Client;
        using var answer = await client.SendAsync(request);
        var found = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != call.Status) return [$"status {call.Status} → {(int)answer.StatusCode}"];
        if (call.Kind == "file") return answer.Content.Headers.ContentDisposition?.FileName is null ? ["no file"] : [];
        if (call.Shape is null) return found.Length == 0 ? [] : ["empty body → body"];
        return [.. Shapes.Differences(call.Shape, found.Length == 0 ? null : JsonNode.Parse(found))];
    }
}
