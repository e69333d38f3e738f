using Elsa.Workflows.Memory;
using Gongtui.Engine.Execution;

namespace Gongtui.Engine.Flow;

[Activity("Elsa", "Primitives", "Assign a value to a workflow variable.")]
public sealed class SetVariable : CodeActivity
{
    [Input(Description = "The variable to assign the value to.", UIHint = InputUIHints.VariablePicker)]
    public Variable? Variable { get; set; }

    [Input(Description = "The value to assign.")]
    public Input<object?>? Value { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        context.SetVariableById(Variable?.Id ?? "", context.Get(Value));
}

[Activity("Elsa", "Composition", "Assigns a given value to the container's output.")]
public sealed class SetOutput : CodeActivity
{
    [Input(DisplayName = "Output", Description = "The output to assign.", UIHint = InputUIHints.OutputPicker)]
    public Input<string>? OutputName { get; set; }

    [Input(Description = "The value to assign.")]
    public Input<object?>? OutputValue { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        context.Burst.SetWorkflowOutput(OutputName.Get(context), context.Get(OutputValue));
}

[Activity("Elsa", "Console", "Write a line of text to the console.")]
public sealed class WriteLine : CodeActivity
{
    /// <summary>Name under which the text stands in the journal.</summary>
    public const string Fact = "LineWritten";

    [Input(Description = "The text to write.")]
    public Input<string>? Text { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        context.AddExecutionLogEntry(Fact, context.Get(Text) ?? "");
}

[Activity("Elsa", "Flow", "A milestone activity that marks the start of a flowchart.")]
public sealed class Start : CodeActivity, IStartNode;

[Activity("Elsa", "Flow", "A milestone activity that marks the end of a flowchart.")]
public sealed class End : CodeActivity, ITerminalNode;

[Activity("Elsa", "Primitives", "Mark the workflow as finished.")]
public sealed class Finish : Activity, ITerminalNode
{
    protected override void Execute(ActivityExecutionContext context) => context.Burst.Finish(context.Run);
}

[Activity("Elsa", "Primitives", "Faults the workflow.")]
public sealed class Fault : Activity
{
    [Input(Description = "Code to categorize the fault.")]
    public Input<string>? Code { get; set; }

    [Input(Description = "Category to categorize the fault.")]
    public Input<string>? Category { get; set; }

    [Input(DisplayName = "Type", Description = "The type of fault.")]
    public Input<string>? FaultType { get; set; }

    [Input(Description = "The message to include with the fault.")]
    public Input<string?>? Message { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        throw new FaultException(Code.GetOrDefault(context) ?? "0", Category.GetOrDefault(context) ?? "General", FaultType.GetOrDefault(context) ?? "System", Message.GetOrDefault(context));
}

/// <summary>The fault that a diagram asks for.</summary>
public sealed class FaultException(string code, string category, string type, string? message) : Exception(message ?? $"{category}/{type} {code}")
{
    public string Code { get; } = code;
    public string Category { get; } = category;
    public string FaultType { get; } = type;
}

/// <summary>Stands where a definition names an activity type that is not known here. It shows, and refuses to run.</summary>
[Activity("Elsa", "System", "An activity whose type is not known here.")]
public sealed class NotFoundActivity : Activity
{
    protected override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException($"The activity type '{Type}' is not known here.");
}
