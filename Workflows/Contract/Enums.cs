namespace Elsa.Workflows
{
    public enum ActivityKind
    {
        Action,
        Trigger,
        Job,
        Task,
    }

    public enum ActivityStatus
    {
        Pending,
        Running,
        Completed,
        Canceled,
        Faulted,
    }

    public enum WorkflowStatus
    {
        Running,
        Finished,
    }

    public enum WorkflowSubStatus
    {
        Pending,
        Executing,
        Suspended,
        Finished,
        Cancelled,
        Faulted,
    }

    public enum SwitchMode
    {
        MatchFirst,
        MatchAny,
    }
}

namespace Elsa.Workflows.Activities.Flowchart.Models
{
    public enum FlowJoinMode
    {
        WaitAll,
        WaitAllActive,
        WaitAny,
    }

    /// <summary>How an activity joins the branches that reach it.</summary>
    public enum MergeMode
    {
        None,
        Stream,
        Merge,
        Converge,
        Cascade,
        Race,
    }

    /// <summary>The ports through which an activity leaves.</summary>
    public record Outcomes(params string[] Names)
    {
        public static readonly Outcomes Default = new("Done");
        public static readonly Outcomes Empty = new();
    }
}
