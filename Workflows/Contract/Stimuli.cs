namespace Elsa.Scheduling.Bookmarks
{
    /// <summary>Stimulus of a delay: the instant at which the run goes on.</summary>
    public record DelayPayload(DateTimeOffset ResumeAt);

    /// <summary>Stimulus of a start time.</summary>
    public record StartAtPayload(DateTimeOffset ExecuteAt);
}

namespace Elsa.Workflows.Runtime.Stimuli
{
    /// <summary>Stimulus of a named event.</summary>
    public record EventStimulus(string EventName);
}
