using Gongtui.Activities;
using Gongtui.Activities.Elections;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>A line that cannot be counted. It ends the reading of that line only; the refusal becomes the line's result.</summary>
internal sealed class SheetFault(string kind, string path, Text message, string? expected = null, string? found = null)
    : Exception(message.En)
{
    public Refusal Refusal { get; } = new(kind, message, expected, found, NextStep: Step, Field: path);

    private static readonly Text Step = new("请改正这一行后重新计票；其他各行不受影响。", "Correct this line and count it again; the other lines are not affected.");

    public static SheetFault Missing(string path, string expected) => new(RefusalKinds.Incomplete, path,
        new($"缺少 {path}。", $"{path} is missing."), expected);

    public static SheetFault Wrong(string path, string expected, string found) => new(RefusalKinds.Malformed, path,
        new($"{path} 应为 {expected}，实为 {found}。", $"{path} must be {expected}, found {found}."), expected, found);

    public static SheetFault Unknown(string path, string expected, string found) => new(RefusalKinds.Unknown, path,
        new($"{path}：没有“{found}”。", $"{path}: there is no \"{found}\" here."), expected, found);

    public static SheetFault Twice(string path, string found) => new(RefusalKinds.Duplicate, path,
        new($"{path}：“{found}”出现两次。", $"{path}: \"{found}\" stands here twice."), "1", found);
}
