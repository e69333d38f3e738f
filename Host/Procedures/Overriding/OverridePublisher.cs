using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Overriding;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Inbox;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Procedures.Overriding;

/// <summary>Publishes what the superior approved, and writes into the override's journal what came of it.</summary>
public sealed class OverridePublisher(OverrideBook book, ProcedureShelf shelf, Publication publication, ICommands commands, JournalReader reader, ElectionClock clock) : ITaskFields, ITaskEffect
{
    public string Kind => TaskKinds.Override;

    /// <summary>Nobody approves a draft that has changed meanwhile.</summary>
    public async Task<Result<JsonElement>> FindAsync(TaskCase task, string decision, JsonElement? given, CancellationToken cancellationToken)
    {
        var form = given ?? FormReader.Write(new OverrideForm());
        if (decision != Decisions.Approve || task.Election.Override is not { } state) return form;
        var found = await HashAsync(state.Asked, cancellationToken);
        return found == state.Asked.Hash ? form : OverrideRefusals.Changed(state.Asked, found);
    }

    public Task DoneAsync(string instance, CancellationToken cancellationToken) => FinishAsync(instance, cancellationToken);

    /// <summary>Publishes the very text that was asked for, if it is still there. Nothing happens unless the override was approved; doing it twice is doing it once.</summary>
    public async Task FinishAsync(string instance, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(instance, cancellationToken) is not { State: { Approved: not null, Published: false, Lapsed: false } state }) return;
        if ((await reader.LoadAsync(instance, cancellationToken))!.State.Bookmarks.FirstOrDefault(place => place.Name == AllowOverride.Publishing) is not { } place) return;
        var found = await shelf.OnceMoreAsync(async () =>
        {
            var hash = await HashAsync(state.Asked, cancellationToken);
            if (hash == state.Asked.Hash) await publication.PublishOverriddenAsync((await shelf.VersionAsync(state.Asked.VersionId, cancellationToken))!, cancellationToken);
            return hash;
        });
        await commands.SendAsync(
            new ResumeCommand(instance, place.Id) { Now = clock.GetUtcNow(), By = state.Approved!.By, Input = new Dictionary<string, object?> { ["found"] = found } }, cancellationToken);
    }

    /// <summary>SHA-256 of the version as it is on the shelf; null when it is gone or no longer the latest.</summary>
    private async Task<string?> HashAsync(OverrideAsked asked, CancellationToken cancellationToken) =>
        await shelf.VersionAsync(asked.VersionId, cancellationToken) is { DeletedAt: null, IsLatest: true } row ? Convert.ToHexStringLower(row.Hash) : null;
}

/// <summary>At a start, publishes what was approved when the process ended.</summary>
public sealed class OverrideRecovery(IServiceScopeFactory scopes, ILogger<OverrideRecovery> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var publisher = scope.ServiceProvider.GetRequiredService<OverridePublisher>();
        foreach (var instance in await scope.ServiceProvider.GetRequiredService<OverrideBook>().WaitingAsync(stoppingToken))
        {
            await publisher.FinishAsync(instance, stoppingToken);
            log.LogInformation("The approved override {Instance} was finished after the start.", instance);
        }
    }
}
