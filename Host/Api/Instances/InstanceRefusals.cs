using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Api.Instances;

/// <summary>What the editor offers with runs and this product does not do.</summary>
internal static class InstanceRefusals
{
    public static Refusal Kept { get; } = new(
        Kinds.Conflict,
        new("选举记录要长期保存，不能删除。", "The record of an election is kept; it cannot be deleted."),
        NextStep: new("不再进行的选举可以由工作人员终止。", "An election that shall not go on can be cancelled by its staff."));

    public static Refusal NotBroughtIn { get; } = new(
        Kinds.Conflict,
        new("选举记录只能由本系统办理产生，不能导入。", "Records come from elections held here; they cannot be imported."),
        NextStep: new("要核对别处的记录，请用“校验”。", "To check a record from elsewhere, use “Verify”."));

    public static Refusal WrittenByTheFlowOnly { get; } = new(
        Kinds.Conflict,
        new("流程变量只由流程自己改变，不能从外面修改。", "Variables are changed by the flow alone, not from outside."),
        NextStep: new("请在程序里用“变量赋值”。", "Use “Set variable” in the procedure."));

    public static Refusal DraftDoesNotRun { get; } = Refusals.Invalid(
        new("只有发布的版本才能运行，草稿不能。", "Only a published version can be run, not a draft.")) with
    {
        NextStep = new("请先发布。", "Publish it first."),
    };

    public static Refusal NotByItself { get; } = Refusals.Invalid(
        new("环节离不开它所在的选举，不能单独试运行。", "A step lives from the election around it and cannot be run by itself.")) with
    {
        NextStep = new("请发布后用演练办一次。", "Publish it and hold a rehearsal."),
    };

    public static Refusal StartedElsewhere { get; } = Refusals.Invalid(
        new("这个程序有选举环节：选举要由单位工作人员在“选举”页面启动。", "This procedure holds steps of an election: elections are started by the unit's staff on the page “Elections”.")) with
    {
        Field = "unit",
        NextStep = new("请打开“选举”页面，选择单位和这个程序。", "Open “Elections” and choose the unit and this procedure."),
    };
}
