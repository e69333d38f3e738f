namespace Elsa.Workflows;

/// <summary>A node of a diagram that can be executed. Instances are built once per definition version and are shared by all its runs.</summary>
public interface IActivity
{
    string Id { get; set; }
    string NodeId { get; set; }
    string? Name { get; set; }
    string Type { get; set; }
    int Version { get; set; }
    IDictionary<string, object> CustomProperties { get; set; }
    IDictionary<string, object> Metadata { get; set; }
    ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context);
    ValueTask ExecuteAsync(ActivityExecutionContext context);
}

/// <summary>An activity after which its container ends at once.</summary>
public interface ITerminalNode;

/// <summary>An activity with which a flowchart begins.</summary>
public interface IStartNode;

/// <summary>An activity that can also start a run by itself.</summary>
public interface ITrigger : IActivity;

/// <summary>An activity that hands out one value.</summary>
public interface IActivityWithResult
{
    Elsa.Workflows.Models.Output? Result { get; set; }
}

/// <summary>A callback of an activity, run when its bookmark is resumed.</summary>
public delegate ValueTask ExecuteActivityDelegate(ActivityExecutionContext context);
