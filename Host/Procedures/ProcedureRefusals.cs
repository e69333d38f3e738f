using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Procedures;

/// <summary>Why a procedure stays as it is.</summary>
public static class ProcedureRefusals
{
    public static Refusal Unknown(string id) => Refusals.NotFound(new("这个程序或版本", "This procedure or version"), id) with
    {
        NextStep = new("它可能已被删除；请回到程序列表。", "It may have been deleted; go back to the list of procedures."),
    };

    public static Refusal InUse(int elections) => new(
        Kinds.Conflict,
        new($"有 {elections} 场选举正在按这个程序进行，不能删除。", $"{elections} running election(s) use it; it cannot be deleted."),
        Expected: "0", Found: $"{elections}",
        NextStep: new("请等选举结束；不想再用它办新的选举，取消发布即可。", "Wait until they end; to keep it from new elections, retract it instead."));

    public static Refusal NotPublished(string definitionId) => Refusals.Invalid(
        new("这个程序没有发布的版本，不需要取消发布。", "This procedure is not published; there is nothing to retract."), "published", definitionId);

    public static Refusal Nameless { get; } = Refusals.Invalid(
        new("程序名称不能为空，也不能超过 200 字。", "A procedure needs a name of at most 200 characters."), "1–200") with { Field = "name" };

    public static Refusal NoId(string id) => Refusals.Invalid(
        new("程序编号只能由文字、数字、点、连字符和下划线组成，不超过 100 字。", "The id of a procedure consists of letters, digits, dots, hyphens and underscores, at most 100."),
        "[a-z0-9._-]{1,100}", id.Length > 120 ? id[..120] : id) with { Field = "definitionId" };

    public static Refusal NameTaken(string name) => Refusals.Invalid(
        new($"已经有名为“{name}”的程序。", $"There is a procedure called “{name}” already."), found: name) with { Field = "name" };

    public static Refusal NotAFlowchart(string type) => Refusals.Invalid(
        new("程序图只能用流程图（Flowchart）或顺序（Sequence）画。", "A procedure is drawn as a flowchart or a sequence."), "Elsa.Flowchart, Elsa.Sequence", type);

    public static Refusal NotADefinition(string? why = null) => Refusals.Invalid(
        new("这不是 Elsa 程序定义：需要一个 JSON 对象。", "This is not an Elsa workflow definition: a JSON object is needed."), "{ … \"root\": { … } }", why);

    /// <summary>It has no election of its own: its steps live from the procedure around it.</summary>
    public static Refusal OnlyInside(string name) => Refusals.Invalid(
        new($"“{name}”是组合环节，只在别的程序里使用，不能单独启动。", $"“{name}” is a section: it is used inside other procedures and cannot be started by itself."), found: name) with
    {
        Field = "procedure",
        NextStep = new("请启动用到它的程序。", "Start a procedure that uses it."),
    };

    /// <summary>Somebody else has saved the draft since this editor read it.</summary>
    public static Refusal Overtaken(ProcedureRow theirs, ProcedureRow copy) => new(
        Kinds.Conflict,
        new(
            $"{theirs.ChangedBy} 在您打开之后改过这份草稿。您的修改没有覆盖它，已另存为“{copy.Name}”。",
            $"{theirs.ChangedBy} changed this draft after you opened it. Yours did not overwrite it; it was kept as “{copy.Name}”."),
        Found: theirs.ChangedBy,
        NextStep: new("请重新打开草稿查看对方的修改，再与您的副本比较合并。", "Open the draft again to see the other changes, then compare them with your copy."));
}
