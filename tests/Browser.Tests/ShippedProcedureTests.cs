using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Browser.Tests.Journeys;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>The procedures of the repository are what Studio itself writes: each is opened in it, moved a little and back, and saved by it.</summary>
/// <remarks>After a procedure was edited by hand: run this with GONGTUI_WRITE_PROCEDURES=1, which puts what Studio measured and placed into the files.</remarks>
public sealed class ShippedProcedureTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly bool Write = Environment.GetEnvironmentVariable("GONGTUI_WRITE_PROCEDURES") == "1";

    /// <summary>Studio's grid, in units of the diagram.</summary>
    private const double Dot = 20;

    private const string Import = """
        async ([id, text]) => {
          const model = { ...JSON.parse(text), id: null, definitionId: id };
          const answer = await fetch('/elsa/api/workflow-definitions/import', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(model) });
          if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
        }
        """;

    [BrowserFact]
    public async Task Studio_saves_every_procedure_as_it_stands_in_the_repository()
    {
        var designer = new Person(await AtALargeScreenAsync(), Drawing.Designer);
        await designer.SignInAsync();
        var drawing = new Drawing(designer);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Places.Root, "Workflows", "Procedures"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var shipped = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            // Under an id of its own: other tests redraw the procedures themselves.
            var id = "shipped-" + (string)shipped["definitionId"]!;
            await designer.GoAsync("/design");
            await designer.Page.EvaluateAsync(Import, new[] { id, shipped.ToJsonString() });
            await drawing.OpenAsync(id);
            await drawing.NudgeAsync();
            var saved = JsonNode.Parse(await designer.Page.EvaluateAsync<string>("id => fetch(`/elsa/api/workflow-definitions/${id}/export?versionOptions=Latest`).then(answer => answer.text())", id))!;

            var placed = Steps(saved).ToDictionary(step => (string)step["id"]!, Placed);
            Assert.Equal(Bare(shipped), Bare(saved));
            Assert.All(placed.Values, place => Assert.True((double?)place["size"]?["width"] > 0 && (double?)place["size"]?["height"] > 0, $"{id}: a step that Studio did not measure"));
            if (Write)
            {
                foreach (var step in Steps(shipped).Where(step => !IsWhere(Placed(step), placed[(string)step["id"]!]))) step["metadata"]!["designer"] = placed[(string)step["id"]!].DeepClone();
                await File.WriteAllTextAsync(file, shipped.ToJsonString(Readable) + "\n");
            }

            Assert.All(Steps(shipped), step => Assert.True(IsWhere(Placed(step), placed[(string)step["id"]!]), $"{id}: {step["name"]} is drawn at {placed[(string)step["id"]!].ToJsonString()}"));
        }
    }

    /// <summary>The steps of the flowchart; what runs inside one of them is a procedure of its own.</summary>
    private static IEnumerable<JsonObject> Steps(JsonNode definition) => definition["root"]!["activities"]!.AsArray().Select(step => step!.AsObject());

    /// <summary>Where Studio drew a step and how large, in one order of writing.</summary>
    private static JsonObject Placed(JsonObject step)
    {
        var designer = step["metadata"]?["designer"];
        JsonNode? Number(string of, string name) => designer?[of]?[name]?.DeepClone();
        return new JsonObject
        {
            ["position"] = new JsonObject { ["x"] = Number("position", "x"), ["y"] = Number("position", "y") },
            ["size"] = new JsonObject { ["width"] = Number("size", "width"), ["height"] = Number("size", "height") },
        };
    }

    /// <summary>Of the same size and at the same place. The step that was moved may have come back one dot of the grid away.</summary>
    private static bool IsWhere(JsonObject one, JsonObject other) =>
        JsonNode.DeepEquals(one["size"], other["size"])
        && new[] { "x", "y" }.All(axis => Math.Abs((double)one["position"]![axis]! - (double)other["position"]![axis]!) <= Dot);

    /// <summary>What a definition says, without what belongs to a version and without how it is drawn.</summary>
    private static string Bare(JsonNode definition)
    {
        var bare = definition.DeepClone().AsObject();
        foreach (var name in new[] { "$schema", "id", "definitionId", "version", "createdAt", "toolVersion", "isLatest", "isPublished" }) bare.Remove(name);
        foreach (var step in Steps(bare)) step["metadata"]!.AsObject().Remove("designer");
        bare["root"]!["activities"] = new JsonArray([.. Steps(bare).OrderBy(step => (string)step["id"]!, StringComparer.Ordinal).Select(step => step.DeepClone())]);
        return Sorted(bare).ToJsonString(Readable);
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject o => new JsonObject(o.Where(property => property.Value is not null).OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Sorted(property.Value!)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };
}
