using Gongtui.Activities.Elections;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Setup;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Elections;

/// <summary>Where requests meet the kernel: looks an election up, and sends commands as the caller at the election's time.</summary>
public sealed class ElectionDesk(ICommands commands, JournalReader reader, NewestRuns newest, CallerAccessor callers, ElectionClock clock)
{
    /// <summary>The person who asks, as activities know people.</summary>
    public Actor Actor
    {
        get
        {
            var me = callers.Current;
            return new Actor(me.Id, me.Name, [.. me.Principals]);
        }
    }

    /// <summary>The election's time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Today where elections are held.</summary>
    public DateOnly Today => LocalTime.DateOf(Now);

    /// <summary>The run as it stands; null when there is none of that id.</summary>
    public Task<InstanceState?> FindAsync(string instance, CancellationToken cancellationToken) =>
        newest.FindAsync(instance, cancellationToken);

    /// <summary>The run as it stood after one entry of its journal; null before the first.</summary>
    public async Task<InstanceState?> AsOfAsync(string instance, long sequence, CancellationToken cancellationToken) =>
        await reader.SeekAsync(instance, sequence, cancellationToken);

    /// <summary>Sends a command in the caller's name. What was accepted is on the disk.</summary>
    public async Task<Result<Outcome.Accepted>> SendAsync(
        Func<DateTimeOffset, string, Command> command, CancellationToken cancellationToken)
    {
        var outcome = await commands.SendAsync(command(Now, callers.Current.Id), cancellationToken);
        return outcome switch
        {
            Outcome.Accepted accepted => accepted,
            Outcome.Refused { Reason: Refusal refusal } => refusal,
            Outcome.Refused { Reason: Engine.Execution.Refusal refusal } => KernelRefusals.InWords(refusal),
            _ => throw new InvalidOperationException("The kernel answered with something that is no answer."),
        };
    }
}

/// <summary>The fold of an election's facts, as the kernel keeps it.</summary>
public static class ElectionStates
{
    /// <summary>The election as its facts left it.</summary>
    public static Election Election(this InstanceState state) => state.View<Election>(StepContext.View);
}
