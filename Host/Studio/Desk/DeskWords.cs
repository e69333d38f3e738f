using Gongtui.Activities;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using Gongtui.Host.Shell.Components;
using Gongtui.Workflows.Policy;

namespace Gongtui.Host.Studio.Desk;

/// <summary>How a procedure and its versions stand, in words.</summary>
public static class DeskWords
{
    /// <summary>What elections can start with, and whether there is something newer.</summary>
    public static (Text Words, Tone Tone) State(ProcedureLine line) => line switch
    {
        { Published: { } number } when number == line.Latest.Version => (new($"已发布 第 {number} 版", $"Published, version {number}"), Tone.Good),
        { Published: { } number } => (new($"已发布 第 {number} 版，有新草稿", $"Version {number} published, newer draft"), Tone.Wait),
        { Latest.PublishedAt: not null } => (new("已取消发布", "Retracted"), Tone.Plain),
        _ => (new("草稿", "Draft"), Tone.Info),
    };

    /// <summary>One version in the history.</summary>
    public static (Text Words, Tone Tone) State(ProcedureRow version) => version switch
    {
        { IsPublished: true } => (new("已发布", "published"), Tone.Good),
        { PublishedAt: not null } => (new("曾发布", "was published"), Tone.Plain),
        _ => (new("草稿", "draft"), Tone.Info),
    };

    /// <summary>How much one finding weighs.</summary>
    public static (Text Words, Tone Tone) Weight(GateSeverity severity) => severity switch
    {
        GateSeverity.Block => (new("须改正", "to correct"), Tone.Bad),
        GateSeverity.Warn => (new("请留意", "look at it"), Tone.Wait),
        _ => (new("提示", "note"), Tone.Info),
    };

    /// <summary>What a click on a fix does, in the words that the editor has for the same input.</summary>
    public static Text Fix(InputFix fix)
    {
        var value = fix.Input == "assignee" ? PolicyPublishGate.Words.Principal(fix.Value) : new(fix.Value, fix.Value);
        return new($"改为 {value.Zh}", $"Set to {value.En}");
    }

    /// <summary>What the check of a diagram came to.</summary>
    public static (Text Words, Tone Tone) Check(IReadOnlyList<Finding> findings)
    {
        var (blocking, notes) = (findings.Count(finding => finding.Blocks), findings.Count(finding => !finding.Blocks));
        if (blocking > 0) return (new($"{blocking} 处不能发布", $"{blocking} to correct"), Tone.Bad);
        return notes > 0 ? (new($"通过，{notes} 处提示", $"passed, {notes} notes"), Tone.Wait) : (new("通过", "passed"), Tone.Good);
    }
}
