using Gongtui.Engine.Execution;
using Gongtui.Host.Kernel;
using Orleans.Concurrency;

namespace Gongtui.Host.Cluster;

/// <summary>The owner of a run; its key is the run's id.</summary>
internal interface IInstanceGrain : IGrainWithStringKey
{
    /// <param name="command">As <see cref="CommandWire"/> writes it.</param>
    /// <returns>As <see cref="OutcomeWire"/> writes it.</returns>
    Task<byte[]> SendAsync(byte[] command);
}

/// <summary>Decides where it lives: the runtime there keeps the run in memory and takes its commands one by one.</summary>
/// <remarks>Reentrant, because a run that tells its parent is told things by it meanwhile; the turn of a run is the runtime's to give.</remarks>
[Reentrant]
internal sealed class InstanceGrain(LocalCommands commands, IGraphCatalog graphs, ILogger<InstanceGrain> log) : Grain, IInstanceGrain
{
    public Task<byte[]> SendAsync(byte[] command)
    {
        var instance = this.GetPrimaryKeyString();
        // Off the grain's own scheduler: the store waits for a disk.
        return Task.Run(async () =>
        {
            try
            {
                return OutcomeWire.Write(await commands.SendAsync(CommandWire.Read(instance, command, graphs)));
            }
            catch (Exception e)
            {
                log.LogError(e, "A command for {Instance} failed.", instance);
                return OutcomeWire.Write(e);
            }
        });
    }
}

/// <summary>Sends each command to the owner of its run, wherever that is.</summary>
internal sealed class ClusterCommands(IGrainFactory owners) : ICommands
{
    public async ValueTask<Outcome> SendAsync(Command command, CancellationToken cancellationToken = default)
    {
        var bytes = CommandWire.Write(command);
        return OutcomeWire.Read(await Patience.AskAsync(() => owners.GetGrain<IInstanceGrain>(command.Instance).SendAsync(bytes), cancellationToken));
    }
}
