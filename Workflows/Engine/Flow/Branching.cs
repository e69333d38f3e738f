using System.Text.Json.Nodes;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Activities.Flowchart.Models;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Expressions;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Flow;

[FlowNode("True", "False")]
[Activity("Elsa", "Branching", "Evaluate a Boolean condition to determine which path to execute next.", DisplayName = "Decision")]
public sealed class FlowDecision : Activity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<bool> Condition { get; set; } = new(false);

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.CompleteActivityWithOutcomesAsync(context.Get(Condition) ? "True" : "False");
}

[Activity("Elsa", "Branching", "Branch execution into multiple branches that will be executed in parallel.", DisplayName = "Fork (flow)")]
public sealed class FlowFork : Activity
{
    [Input(Description = "A list of expected outcomes to handle.", UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>>? Branches { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.CompleteActivityWithOutcomesAsync(Branches.GetOrDefault(context)?.ToArray() ?? ["Done"]);
}

[Activity("Elsa", "Branching", "Explicitly merge multiple branches into a single branch of execution.", DisplayName = "Join")]
public sealed class FlowJoin : Activity
{
    [Input(Description = "Continue as soon as one inbound path comes in (WaitAny), or once all have executed (WaitAll).", DefaultValue = FlowJoinMode.WaitAny, UIHint = InputUIHints.DropDown)]
    public Input<FlowJoinMode> Mode { get; set; } = new(FlowJoinMode.WaitAny);

    /// <summary>The mode as the flowchart asks for it, before the join itself runs.</summary>
    internal FlowJoinMode ModeFor(Burst burst, ActivityRun from) => (FlowJoinMode)burst.Evaluate(new RunContext(burst, from), Mode)!;

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.CompleteActivityAsync();
}

[FlowNode("Default")]
[Activity("Elsa", "Branching", "Evaluate a set of case conditions and schedule the activity for a matching case.", DisplayName = "Switch (flow)")]
public sealed class FlowSwitch : Activity
{
    [Input(UIHint = "flow-switch-editor")]
    public ICollection<FlowSwitchCase> Cases { get; set; } = [];

    [Input(Description = "Whether the first match should be scheduled, or all matches.", UIHint = InputUIHints.DropDown)]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matching = Cases.Where(c => c.Matches(context)).Select(c => c.Label).ToArray();
        var outcomes = matching.Length == 0 ? ["Default"] : context.Get(Mode) == SwitchMode.MatchFirst ? matching[..1] : matching;
        await context.CompleteActivityWithOutcomesAsync(outcomes);
    }
}

/// <summary>One case of a switch: its outcome and the condition for it.</summary>
public sealed class FlowSwitchCase
{
    private readonly ICompiledExpression condition;

    private FlowSwitchCase(string label, ICompiledExpression condition) => (Label, this.condition) = (label, condition);

    public string Label { get; }

    public bool Matches(ActivityExecutionContext context) => Values.To<bool?>(condition.Evaluate(context)) is true;

    internal static List<FlowSwitchCase> Read(JsonNode json, string activityId, string path, List<DefinitionFault> faults)
    {
        var cases = new List<FlowSwitchCase>();
        foreach (var item in json.AsArray().OfType<JsonObject>())
        {
            var given = item["condition"] as JsonObject;
            var condition = ExpressionCompiler.Compile(given?["type"]?.ToString() ?? "Literal",
                given?["value"] is { } value ? JsonSerializer.SerializeToElement(value) : null);
            if (ExpressionCompiler.Fault(condition) is { } reason)
                faults.Add(new DefinitionFault($"{path}[{cases.Count}].condition", reason, activityId));
            cases.Add(new FlowSwitchCase(item["label"]?.ToString() ?? "", condition));
        }
        return cases;
    }
}

[Activity("Elsa", "Branching", "Evaluate a Boolean condition to determine which activity to execute next.")]
public sealed class If : Activity<bool>, IContainerActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<bool> Condition { get; set; } = new(false);

    [Port]
    public IActivity? Then { get; set; }

    [Port]
    public IActivity? Else { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        var result = context.Get(Condition);
        context.Set(Result, result);
        var port = result ? nameof(Then) : nameof(Else);
        if (context.Run.Node.Children.FirstOrDefault(c => c.Port == port) is { } next)
            context.Burst.Schedule(next, context.Run);
        else
            context.Burst.Complete(context.Run, ["Done"]);
    }

    void IContainerActivity.ChildCompleted(Burst burst, ActivityRun container, ActivityRun child, IReadOnlyList<string> outcomes) =>
        burst.Complete(container, ["Done"]);
}
