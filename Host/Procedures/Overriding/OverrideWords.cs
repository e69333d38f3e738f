using Gongtui.Activities;
using Gongtui.Activities.Overriding;
using Gongtui.Host.Shell.Components;

namespace Gongtui.Host.Procedures.Overriding;

/// <summary>How an override stands, in words.</summary>
public static class OverrideWords
{
    public static (Text Words, Tone Tone) State(OverrideState state) => state switch
    {
        { Published: true } => (new("特批发布", "published by override"), Tone.Bad),
        { Lapsed: true } => (new("特批落空：草稿已改动", "override lapsed: the draft had changed"), Tone.Plain),
        { Approved: not null } => (new("已同意特批", "override approved"), Tone.Wait),
        { Declined: not null } => (new("未获特批", "override declined"), Tone.Plain),
        _ => (new("已请特批", "override asked for"), Tone.Wait),
    };

    /// <summary>The superior's answer; null while there is none.</summary>
    public static Text? Answer(OverrideState state) => state switch
    {
        { Approved: { } approved } => new($"上级同意：{approved.Number}，{approved.On:yyyy-MM-dd} {approved.Reason}".TrimEnd(), $"Approved: {approved.Number}, {approved.On:yyyy-MM-dd} {approved.Reason}".TrimEnd()),
        { Declined: { } declined } => new($"上级不同意：{declined.Reason}", $"Declined: {declined.Reason}"),
        _ => null,
    };
}
