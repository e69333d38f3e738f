using System.Text.Json.Nodes;
using Gongtui.Host.Elections;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Texts;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>Procedures that run inside others, as activities of the palette: one descriptor for each version that was ever published,
/// because diagrams stay on theirs.</summary>
internal sealed class SectionDescriptors(IDbContextFactory<GongtuiDb> databases)
{
    public IReadOnlyList<JsonObject> All(string language)
    {
        using var db = databases.CreateDbContext();
        var sections = (from row in db.Procedures.AsNoTracking()
                        where row.RunsInside && row.PublishedAt != null
                        join text in db.ProcedureTexts on row.Id equals text.Id
                        orderby row.Name, row.Version
                        select new { row, text.Json }).ToList();
        return sections.ConvertAll(section => Descriptor(section.row, DefinitionJson.Parse(section.Json), language));
    }

    private static JsonObject Descriptor(ProcedureRow row, JsonObject document, string language)
    {
        var name = document.Text("name") ?? row.Name;
        var ports = new JsonArray(new JsonObject { ["name"] = "Root", ["displayName"] = "Root", ["type"] = "Embedded", ["isBrowsable"] = false });
        foreach (var outcome in (document["outcomes"] as JsonArray ?? []).OfType<JsonValue>().Select(value => value.ToString()))
        {
            ports.Add(new JsonObject
            {
                ["name"] = outcome, ["displayName"] = StepNames.Outcome(outcome).In(language), ["type"] = "Flow", ["isBrowsable"] = true,
            });
        }

        return new JsonObject
        {
            ["typeName"] = TypeName(name),
            ["clrType"] = "WorkflowDefinitionActivity",
            ["name"] = TypeName(name),
            ["version"] = row.Version,
            ["category"] = (document["options"] as JsonObject)?.Text("activityCategory") ?? PaletteGroups.Sections.In(language),
            ["displayName"] = name,
            ["description"] = TwoLanguages.Description(document.Text("description") ?? "").In(language),
            ["inputs"] = new JsonArray(),
            ["outputs"] = new JsonArray(),
            ["kind"] = "Action",
            ["runAsynchronously"] = false,
            ["ports"] = ports,
            ["customProperties"] = new JsonObject
            {
                ["RootType"] = "WorkflowDefinitionActivity", ["WorkflowDefinitionId"] = row.DefinitionId, ["WorkflowDefinitionVersionId"] = row.Id,
            },
            ["constructionProperties"] = new JsonObject
            {
                ["WorkflowDefinitionId"] = row.DefinitionId, ["WorkflowDefinitionVersionId"] = row.Id, ["Version"] = row.Version,
            },
            ["isContainer"] = false,
            ["isBrowsable"] = row.IsPublished,
            ["isStart"] = false,
            ["isTerminal"] = false,
        };
    }

    /// <summary>As Elsa makes it of the name: its words in a row, each with a capital.</summary>
    private static string TypeName(string name) => string.Concat(
        name.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
