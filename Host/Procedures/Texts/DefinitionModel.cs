using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Procedures.Texts;

/// <summary>Definitions in the shapes of Elsa's API.</summary>
public sealed class DefinitionModel(ActivityRegistry registry, SectionCatalog sections)
{
    /// <summary>
    /// Name of the custom property by which two editors on one draft are noticed. It says which text an editor's copy was made from: it travels inside the
    /// model, so it is as old as the model itself whoever keeps it and however often, which no header that a page remembers beside it could promise.
    /// It is put into answers only, never stored, exported or hashed. The request header <see cref="EditorHeader"/> (one value per browser tab) tells a save
    /// that was sent before the answer to the tab's own last one from a save of somebody else.
    /// </summary>
    public const string RevisionProperty = "gongtuiRevision";

    public const string EditorHeader = "X-Gongtui-Editor";

    private static readonly (string Path, string Rel, string Method)[] DefinitionLinks =
    [
        ("/workflow-definitions/{0}", "self", "GET"),
        ("/workflow-definitions/by-definition-id/{0}", "self", "GET"),
        ("/workflow-definitions/{0}/versions", "versions", "GET"),
        ("/workflow-definitions/{0}/bulk-dispatch", "bulk-dispatch", "POST"),
        ("/workflow-definitions/{0}/dispatch", "dispatch", "POST"),
        ("/workflow-definitions/{0}/execute", "execute", "POST"),
        ("/workflow-definitions/{0}/export", "export", "POST"),
        ("/workflow-definitions/{0}/publish", "publish", "POST"),
        ("/workflow-definitions/{0}/retract", "retract", "POST"),
        ("/workflow-definitions/{0}", "delete", "DELETE"),
        ("/workflow-definitions/{0}/import", "import", "PUT"),
        ("/workflow-definitions/{0}/update-references", "update-references", "POST"),
    ];

    private static readonly (string Path, string Rel, string Method)[] ListLinks =
    [
        ("/workflow-definitions", "self", "GET"),
        ("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
        ("/workflow-definitions/query/count", "count", "GET"),
        ("/workflow-definitions/many-by-id", "many-by-id", "GET"),
        ("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        ("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
        ("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        ("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        ("/workflow-definitions/import", "import", "POST"),
        ("/workflow-definitions/import-files", "import-files", "POST"),
        ("/workflow-definitions", "create", "POST"),
    ];

    /// <summary>Which text an editor's copy was made from.</summary>
    public static string RevisionOf(ProcedureRow row) => $"{row.Id}:{Convert.ToHexStringLower(row.Hash.AsSpan(0, Math.Min(8, row.Hash.Length)))}";

    /// <summary>The whole definition as the editor reads it; without its links it would show no buttons.</summary>
    /// <param name="document">Taken over; empty afterwards, as in all of these.</param>
    public JsonObject Full(ProcedureRow row, JsonObject document)
    {
        var model = new JsonObject { ["links"] = Links(DefinitionLinks, row.DefinitionId) };
        Copy(row, document, model);
        model.Section("customProperties")[RevisionProperty] = RevisionOf(row);
        var root = model.Section("root");
        model["root"] = null;
        model["root"] = Shown(root, "Workflow1");
        return model;
    }

    /// <summary>The definition as a file that this product, Elsa's server and its editor can import.</summary>
    public static JsonObject Exported(ProcedureRow row, JsonObject document)
    {
        var model = new JsonObject { ["$schema"] = DefinitionJson.Schema };
        Copy(row, document, model);
        return model;
    }

    /// <summary>A line of the list.</summary>
    public static JsonObject Summary(ProcedureRow row)
    {
        var model = new JsonObject { ["links"] = Links(DefinitionLinks, row.DefinitionId), ["isMaterializerAvailable"] = true };
        Head(row, model);
        return model;
    }

    /// <summary>The head alone, as Elsa answers a roll-back.</summary>
    public static JsonObject Head(ProcedureRow row)
    {
        var model = new JsonObject();
        Head(row, model);
        return model;
    }

    /// <summary>A version as Elsa's own entity.</summary>
    public static JsonObject Entity(ProcedureRow row, JsonObject document)
    {
        var root = document["root"]?.ToJsonString(DefinitionJson.Options) ?? "{}";
        var model = new JsonObject();
        Copy(row, document, model);
        foreach (var name in new[] { "root", "links" }) model.Remove(name);
        model["materializerName"] = "Json";
        model["stringData"] = root;
        return model;
    }

    /// <summary>Puts what runs inside the nodes of a model into them, as the viewer looks for it.</summary>
    public void Expand(JsonObject activity)
    {
        var node = activity.Text("nodeId");
        if (activity["root"] is null && activity.Text("workflowDefinitionVersionId") is { Length: > 0 } id && sections.Find(id) is { } section && registry.Find(activity.Text("type") ?? "") is null)
            activity["root"] = Shown(section.Document["root"]!.DeepClone().AsObject(), node!);
        foreach (var inner in activity.Select(property => property.Value).OfType<JsonObject>().Where(inner => inner.Text("nodeId") is not null).ToList()) Expand(inner);
        foreach (var member in activity.Objects("activities").ToList()) Expand(member);
    }

    public static JsonArray OfList() => Links(ListLinks, "");

    private static void Head(ProcedureRow row, JsonObject model)
    {
        model["id"] = row.Id;
        model["definitionId"] = row.DefinitionId;
        model["name"] = row.Name;
        if (row.Description is not null) model["description"] = row.Description;
        model["version"] = row.Version;
        model["toolVersion"] = "3.8.0.0";
        model["isLatest"] = row.IsLatest;
        model["isPublished"] = row.IsPublished;
        model["materializerName"] = "Json";
        model["createdAt"] = DefinitionJson.Instant(row.CreatedAt);
        model["isReadonly"] = false;
    }

    private static void Copy(ProcedureRow row, JsonObject document, JsonObject model)
    {
        // Moved, not copied: a diagram of 500 nodes is a megabyte.
        foreach (var (name, value) in document.ToList())
        {
            document.Remove(name);
            if (name is not ("$schema" or "links")) model[name] = value;
        }

        (model["id"], model["definitionId"], model["version"]) = (row.Id, row.DefinitionId, row.Version);
        (model["isLatest"], model["isPublished"]) = (row.IsLatest, row.IsPublished);
        model["createdAt"] = DefinitionJson.Instant(row.CreatedAt);
    }

    private JsonObject Shown(JsonObject activity, string parent)
    {
        var node = $"{parent}:{activity.Text("id")}";
        activity["nodeId"] = node;
        if (!MissingActivities.IsKnown(registry, sections, activity)) return MissingActivities.Hide(activity);
        if (registry.Find(activity.Text("type")!) is not { } type) return activity;
        foreach (var port in type.Ports.Select(port => JsonParts.Camel(port.Name)))
            if (activity[port] is JsonObject embedded && Shown(embedded, node) is var shown && !ReferenceEquals(shown, embedded)) activity[port] = shown;
        if (activity["activities"] is not JsonArray members) return activity;
        for (var i = 0; i < members.Count; i++)
            if (members[i] is JsonObject member && Shown(member, node) is var shown && !ReferenceEquals(shown, member)) members[i] = shown;
        return activity;
    }

    private static JsonArray Links((string Path, string Rel, string Method)[] links, string definitionId) =>
    [
        .. links.Select(link => new JsonObject
        {
            ["href"] = link.Path.Replace("{0}", definitionId, StringComparison.Ordinal), ["rel"] = link.Rel, ["method"] = link.Method,
        }),
    ];
}
