using Gongtui.Engine.Execution;

namespace Gongtui.Host.Kernel;

/// <summary>Where commands go: to whoever owns their run. Nobody but the owner asks the runtime to decide.</summary>
public interface ICommands
{
    /// <summary>Sends a command to the owner of its run. What was accepted is on the disk.</summary>
    ValueTask<Outcome> SendAsync(Command command, CancellationToken cancellationToken = default);
}

/// <summary>One process owns every run.</summary>
public sealed class LocalCommands(Runtime runtime) : ICommands
{
    public ValueTask<Outcome> SendAsync(Command command, CancellationToken cancellationToken = default) => runtime.SendAsync(command, cancellationToken);
}
