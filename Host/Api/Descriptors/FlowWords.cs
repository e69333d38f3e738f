using Gongtui.Activities;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>The flow activities of the kernel in Chinese; their English stands in their attributes.</summary>
internal static class FlowWords
{
    private static readonly Dictionary<string, (string Name, string Description)> Activities = new(StringComparer.Ordinal)
    {
        ["Elsa.Flowchart"] = ("流程图", "由环节和连线组成的流程图。"),
        ["Elsa.Sequence"] = ("顺序", "按先后次序逐个执行其中的环节。"),
        ["Elsa.FlowDecision"] = ("判断", "按条件走“是”或“否”。"),
        ["Elsa.FlowFork"] = ("并行分支", "同时走出多条分支，各分支各自进行。"),
        ["Elsa.FlowJoin"] = ("汇合", "把多条分支并成一条：等全部到达，或任一到达就继续。"),
        ["Elsa.FlowSwitch"] = ("多路判断", "逐个检查条件，走符合的分支。"),
        ["Elsa.If"] = ("如果", "条件成立时执行一个环节，否则执行另一个。"),
        ["Elsa.Start"] = ("开始", "标明流程从这里开始。"),
        ["Elsa.End"] = ("结束", "标明流程到这里为止。"),
        ["Elsa.Complete"] = ("出口", "从组合环节的一个出口离开；在整个程序里则结束程序。"),
        ["Elsa.Finish"] = ("立即结束", "结束整个流程，包括其他分支。"),
        ["Elsa.Fault"] = ("报错", "把流程标为出错，等人处理。"),
        ["Elsa.Delay"] = ("等待一段时间", "等待指定的时长后继续。"),
        ["Elsa.StartAt"] = ("等到某个时刻", "到指定的日期时间后继续。"),
        ["Elsa.Event"] = ("等待事件", "收到指定名称的事件后继续。"),
        ["Elsa.SetVariable"] = ("变量赋值", "给流程变量赋值。"),
        ["Elsa.SetOutput"] = ("设置输出", "给流程的输出赋值。"),
        ["Elsa.WriteLine"] = ("记录一行文字", "把一行文字写进办理记录。"),
        ["Elsa.ExecuteWorkflow"] = ("执行子程序", "启动另一个程序；可以等它结束再继续。"),
        ["Elsa.DispatchWorkflow"] = ("派发子程序", "启动另一个程序，不等它。"),
    };

    private static readonly Dictionary<string, (string Name, string? Description)> Inputs = new(StringComparer.Ordinal)
    {
        ["Condition"] = ("条件", "结果为真走“是”，否则走“否”；通常写 JavaScript 表达式。"),
        ["Branches"] = ("分支名称", "每个名称是一条分支的出口。"),
        ["Mode"] = ("方式", "WaitAll 等全部分支，WaitAny 任一分支到达即继续。"),
        ["Outcomes"] = ("出口名称", "离开时走的出口，与程序设置里的出口同名。"),
        ["Cases"] = ("各种情况", null),
        ["TimeSpan"] = ("时长", "格式为 天.时:分:秒，如 3.00:00:00 为三天。"),
        ["DateTime"] = ("时刻", "到这个日期时间为止。"),
        ["EventName"] = ("事件名称", "要等待的事件的名称。"),
        ["Variable"] = ("变量", "要赋值的变量。"),
        ["Value"] = ("值", "要赋的值。"),
        ["OutputName"] = ("输出", "要赋值的输出。"),
        ["OutputValue"] = ("值", "要赋的值。"),
        ["Text"] = ("文字", "要写的文字。"),
        ["WorkflowDefinitionId"] = ("程序", "要启动的程序。"),
        ["CorrelationId"] = ("关联编号", "给子程序的关联编号。"),
        ["Input"] = ("输入", "交给子程序的输入，JSON 对象。"),
        ["WaitForCompletion"] = ("等它结束", "子程序结束后才继续。"),
        ["Code"] = ("代码", "错误的代码。"),
        ["Category"] = ("类别", "错误的类别。"),
        ["FaultType"] = ("种类", "错误的种类。"),
        ["Message"] = ("说明", "给处理的人看的说明。"),
    };

    public static Text Name(string type, string english) => new(Activities.GetValueOrDefault(type).Name ?? english, english);

    public static Text Description(string type, string english) => new(Activities.GetValueOrDefault(type).Description ?? english, english);

    public static Text InputName(string input, string english) => new(Inputs.GetValueOrDefault(input).Name ?? english, english);

    public static Text InputDescription(string input, string english) => new(Inputs.GetValueOrDefault(input).Description ?? english, english);
}
