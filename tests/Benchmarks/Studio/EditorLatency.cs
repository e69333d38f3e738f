using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Gongtui.Benchmarks.History;

namespace Gongtui.Benchmarks.Studio;

/// <summary>What an editor waits for on the server, over HTTP, while a thousand procedures of ten versions lie beside its own.</summary>
internal static class EditorLatency
{
    private const double Bar = 20;
    private const double LargeBar = 200;
    private const int LargeNodes = 500;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync(TimeSpan during)
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-bench-");
        try
        {
            var key = await ProcedureShelfFull.FillAsync(Path.Combine(folder.FullName, "gongtui.db"));
            var (host, address) = await HostProcess.StartAsync(folder.FullName);
            await using (host)
            {
                using var client = new HttpClient { BaseAddress = new Uri(address, "/elsa/api/") };
                client.DefaultRequestHeaders.Add("Authorization", "ApiKey " + key);
                return await MeasureAsync(client, during);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(HttpClient client, TimeSpan during)
    {
        var figures = new List<Figure>();
        async Task MeasureAsync(string name, double bar, Func<int, Task> act)
        {
            var times = await Latencies.OfAsync(1, during, act);
            figures.Add(new Figure($"{name}, median", times.At(0.5), "ms"));
            figures.Add(Figure.Below(bar, $"{name}, p99", times.At(0.99), "ms"));
        }

        var next = 0;
        string Definition() => "p" + (next++ * 37 % ProcedureShelfFull.Procedures).ToString(CultureInfo.InvariantCulture);
        await MeasureAsync("descriptors", Bar, _ => client.GetByteArrayAsync("descriptors/activities?Refresh=True"));
        await MeasureAsync("list of definitions", Bar, _ => client.GetByteArrayAsync("workflow-definitions?versionOptions=Latest&Page=3&PageSize=10&IsSystem=False"));
        await MeasureAsync("get a definition", Bar, _ => client.GetByteArrayAsync($"workflow-definitions/by-definition-id/{Definition()}?versionOptions=Latest"));
        var large = Large();
        var model = await GetAsync(client, $"workflow-definitions/by-definition-id/{Definition()}?versionOptions=Latest");
        await MeasureAsync("save a definition", Bar, _ => SaveAsync(client, model, next++));
        await MeasureAsync($"save {LargeNodes} nodes", LargeBar, _ => SaveAsync(client, large, next++));
        return figures;
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(path))!;

    /// <summary>Saves with another description each time, or nothing would be written.</summary>
    private static async Task SaveAsync(HttpClient client, JsonNode model, int number)
    {
        model["description"] = number.ToString(CultureInfo.InvariantCulture);
        (model["customProperties"] as JsonObject)?.Remove("gongtuiRevision");
        using var content = new StringContent($$"""{"model":{{model.ToJsonString()}},"publish":false}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("workflow-definitions", content);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static JsonObject Large()
    {
        var activities = new JsonArray([.. Enumerable.Range(0, LargeNodes).Select(i => new JsonObject
        {
            ["id"] = $"n{i}",
            ["name"] = $"节点 {i}",
            ["type"] = "Elsa.WriteLine",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = i % 20 * 220, ["y"] = i / 20 * 120 } } },
            ["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = $"`line ${{getVariable(\"x\")}} {i}`" } },
        })]);
        var connections = new JsonArray([.. Enumerable.Range(1, LargeNodes - 1).Select(i => new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = $"n{i - 1}", ["port"] = "Done" },
            ["target"] = new JsonObject { ["activity"] = $"n{i}", ["port"] = "In" },
        })]);
        return new JsonObject
        {
            ["definitionId"] = "large",
            ["name"] = "large",
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities, ["connections"] = connections },
        };
    }
}
