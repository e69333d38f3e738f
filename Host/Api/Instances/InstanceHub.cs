using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Microsoft.AspNetCore.SignalR;

namespace Gongtui.Host.Api.Instances;

/// <summary>Elsa's hub of the instance viewer: who watches a run hears when it moved on, and reads again what it shows.</summary>
internal sealed class InstanceHub(InstanceDoor door, RunNews news) : Hub
{
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Called by the viewer, under Elsa's name. A run that the caller may not look at is watched in vain.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        var caller = (Context.User?.Identity as CallerIdentity)?.Caller ?? Caller.Nobody;
        if (!(await door.RowAsync(instanceId, caller, Context.ConnectionAborted)).Accepted) return;
        news.Watch(Context.ConnectionId, instanceId);
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        news.Leave(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>Carries the news to the viewers.</summary>
internal sealed class InstanceHerald(RunNews news, IHubContext<InstanceHub> hub, IServiceScopeFactory scopes, ILogger<InstanceHerald> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var instance in await news.NextAsync(stoppingToken))
            {
                try
                {
                    await TellAsync(instance, stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogWarning(e, "Viewers of {Instance} were not told.", instance);
                }
            }
        }
    }

    private async Task TellAsync(string instance, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stats = await scope.ServiceProvider.GetRequiredService<InstanceDoor>().StatsAsync(instance, cancellationToken);
        var group = hub.Clients.Group(instance);
        await group.SendAsync("ActivityExecutionLogUpdatedAsync", new JsonObject { ["stats"] = stats }, cancellationToken);
        await group.SendAsync("WorkflowExecutionLogUpdatedAsync", new JsonObject(), cancellationToken);
        await group.SendAsync("WorkflowInstanceUpdatedAsync", new JsonObject { ["workflowInstanceId"] = instance }, cancellationToken);
    }
}
