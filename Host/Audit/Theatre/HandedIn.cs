using System.Text.Json;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Audit.Theatre;

/// <summary>A form as somebody handed it in.</summary>
/// <param name="Task">The task that it completed.</param>
/// <param name="Decision">The choice that was taken, where the task has choices.</param>
/// <param name="Fields">What was filled in; undefined for nothing.</param>
public sealed record HandedIn(string Task, string? Decision, JsonElement Fields)
{
    /// <summary>The form that an entry carries; null for one that went on without.</summary>
    public static HandedIn? By(Resumed resumed) =>
        resumed.Input.GetValueOrDefault("completion") is JsonElement { ValueKind: JsonValueKind.Object } completion
            ? new(Text(completion, "task") ?? "", Text(completion, "decision"), completion.TryGetProperty("fields", out var fields) ? fields : default)
            : null;

    private static string? Text(JsonElement completion, string name) =>
        completion.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
