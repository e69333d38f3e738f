using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Procedures.Texts;

/// <summary>Activities of types that this installation does not know. They are stored as they came; the editor, which would draw nothing at all
/// with one of them, gets Elsa's placeholder in its place, and what it sends back becomes the original again.</summary>
internal static class MissingActivities
{
    public const string Placeholder = "Elsa.NotFoundActivity";

    /// <summary>Whether the palette describes it: an activity of ours or of the kernel, or a section in a version that was published.</summary>
    public static bool IsKnown(ActivityRegistry registry, SectionCatalog sections, JsonObject activity)
    {
        var version = activity.Number("version") ?? 1;
        return registry.Find(activity.Text("type") ?? "") is { } known
            ? known.Version == version
            : activity.Text("workflowDefinitionVersionId") is { Length: > 0 } id && sections.Find(id)?.Version == version;
    }

    /// <summary>The placeholder for an activity, at its place and with its name.</summary>
    public static JsonObject Hide(JsonObject original)
    {
        var (type, version) = (original.Text("type") ?? "", original.Number("version") ?? 1);
        var metadata = new JsonObject
        {
            ["displayText"] = $"Not Found: {type}",
            ["description"] = $"Could not find activity type {type} with version {version}",
        };
        if (original["metadata"] is JsonObject given && given["designer"] is { } designer) metadata["designer"] = designer.DeepClone();
        return new JsonObject
        {
            ["missingTypeName"] = type,
            ["missingTypeVersion"] = version,
            ["originalActivityJson"] = Encoding.UTF8.GetString(CanonicalJson.Write(original)),
            ["id"] = original.Text("id"),
            ["nodeId"] = original.Text("nodeId"),
            ["name"] = original.Text("name"),
            ["type"] = Placeholder,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = metadata,
        };
    }

    /// <summary>What a placeholder stands for, moved to where the placeholder stands now; the activity itself when it is none.</summary>
    public static JsonObject Restore(JsonObject activity)
    {
        if (activity.Text("type") != Placeholder || activity.Text("originalActivityJson") is not { } text) return activity;
        JsonObject? original;
        try
        {
            original = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return activity;
        }

        if (original is null) return activity;
        if (activity.Text("id") is { } id) original["id"] = id;
        if ((activity["metadata"] as JsonObject)?["designer"] is { } designer) original.Section("metadata")["designer"] = designer.DeepClone();
        return original;
    }
}
