using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using State = Gongtui.Activities.Elections.Election;

namespace Gongtui.Features.Support;

/// <summary>One election of the demo's branch in the real Host. People act in it under their own names, by the commands that the
/// pages and the API send; a refusal fails the scenario unless it expects one.</summary>
public sealed class Election(HostInProcess host)
{
    /// <summary>The demo's branch: 30 full members, 2 probationary, 8 masses.</summary>
    public const string Unit = "zj";

    /// <summary>The procedure that an election runs by when a scenario does not say.</summary>
    public const string UsualProcedure = "zhujian";

    private Dictionary<string, Caller>? people;
    private Instance? known;
    private (Refusal? Reason, (long, string) Before, bool Expected) last = (null, default, true);

    /// <summary>The run that people act in; see <see cref="TurnTo"/>.</summary>
    public string Id { get; private set; } = "zj-2026";

    public bool HasStarted { get; private set; }

    /// <summary>Definition id of the procedure; to be set before the start.</summary>
    public string Procedure { get; set; } = UsualProcedure;

    private JournalReader Reader => host.Services.GetRequiredService<JournalReader>();

    public async Task StartAsync()
    {
        await DoAsync(Who.Staff, new StartElection(Unit, Procedure, "2026年换届选举", Id));
        HasStarted = true;
    }

    /// <summary>Takes over the election of the data directory that the Host was given.</summary>
    public void TakeOver() => HasStarted = true;

    /// <summary>Goes on in another run, which follows this one.</summary>
    public void TurnTo(string instance) => (Id, known, HasStarted) = (instance, null, true);

    /// <summary>How the run stands: folded from what is on the disk.</summary>
    public async Task<InstanceState> RunAsync() => (await LoadAsync())!.State;

    /// <summary>What the facts so far come to.</summary>
    public async Task<State> NowAsync() => (await RunAsync()).Election();

    /// <summary>The facts of the journal in their order.</summary>
    public async Task<IReadOnlyList<(string Name, JsonElement Payload)>> FactsAsync() =>
        [.. (await Reader.EntriesAsync(Id, 0, long.MaxValue)).OfType<Logged>().Select(entry => (entry.Event, entry.Payload ?? default))];

    /// <summary>Every fact of one kind, the newest last.</summary>
    public async Task<IReadOnlyList<TFact>> FactsAsync<TFact>() =>
        [.. (await FactsAsync()).Where(fact => fact.Name == typeof(TFact).Name).Select(fact => FormReader.Read<TFact>(fact.Payload))];

    /// <summary>The number and the hash of the journal's last entry.</summary>
    public async Task<(long Entry, string Hash)> HeadAsync() =>
        await LoadAsync() is { } now ? (now.State.Sequence, Convert.ToHexStringLower(now.Hash)) : (0, "");

    /// <summary>Person id of a name.</summary>
    public async Task<string> IdOfAsync(string name) => (await CallerAsync(name)).Id;

    public async Task<IReadOnlyList<string>> IdsOfAsync(IEnumerable<string> names)
    {
        await CallerAsync(Who.Staff);
        return [.. names.Select(name => people![name].Id)];
    }

    /// <summary>Sends a request in somebody's name; an empty name is a visitor who is not signed in.</summary>
    public async Task<Result<T>> SendAsync<T>(string name, IRequest<Result<T>> request)
    {
        var caller = name.Length == 0 ? Caller.Nobody : await CallerAsync(name);
        return await InHostAsync(services =>
        {
            services.GetRequiredService<CallerAccessor>().ActAs(caller);
            return services.GetRequiredService<IMediator>().Send(request);
        });
    }

    /// <summary>Gives somebody a role everywhere, as an administrator does.</summary>
    public async Task GrantAsync(string name, string role)
    {
        var id = await IdOfAsync(name);
        await InHostAsync(async services =>
        {
            var db = services.GetRequiredService<GongtuiDb>();
            db.Grants.Add(new GrantRow { Person = id, Role = role, Unit = "" });
            return await db.SaveChangesAsync();
        });
        host.Services.GetRequiredService<PeopleDirectory>().Forget();
        people = null;
    }

    /// <summary>Asks a service of the Host, in a scope of its own.</summary>
    public async Task<T> InHostAsync<T>(Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }

    /// <summary>Somebody does what they may do; a refusal fails the scenario.</summary>
    public async Task<T> DoAsync<T>(string name, IRequest<Result<T>> request)
    {
        NothingRefusedInSilence();
        var answer = await SendAsync(name, request);
        Assert.True(answer.Accepted, $"{name}: {request.GetType().Name}: {answer.Refusal}");
        return answer.Value!;
    }

    /// <summary>Somebody tries what may be refused.</summary>
    public async Task<Result<T>> TryAsync<T>(string name, IRequest<Result<T>> request)
    {
        NothingRefusedInSilence();
        var before = await HeadAsync();
        var answer = await SendAsync(name, request);
        last = (answer.Refusal, before, answer.Accepted);
        return answer;
    }

    /// <summary>Why the last thing that somebody tried was refused; the journal must be what it was before.</summary>
    public async Task<Refusal> RefusedAsync()
    {
        Assert.True(last.Reason is not null, "Nothing was refused.");
        last.Expected = true;
        Assert.Equal(last.Before, await HeadAsync());
        return last.Reason;
    }

    /// <summary>Fails when something was refused that the scenario has not said a word about.</summary>
    public void NothingRefusedInSilence() => Assert.True(last.Expected, $"Refused: {last.Reason}");

    /// <summary>The open task of a kind, for a channel, group or round where there are several.</summary>
    public async Task<OpenTask> TaskAsync(string kind, string? group = null)
    {
        var open = (await NowAsync()).Tasks.Values;
        var found = open.FirstOrDefault(task => task.Kind == kind && (group is null || task.Content()?.Group == group));
        return found ?? throw new InvalidOperationException($"No task {kind} {group} is open, only: {string.Join(", ", open.Select(task => task.Id))}.");
    }

    /// <summary>Completes a task; a refusal fails the scenario.</summary>
    /// <param name="form">The form of the kind, or JSON that stands for one; null where the Host finds everything out itself.</param>
    public async Task DoAsync<TForm>(string name, string kind, string decision, TForm form, string? group = null) =>
        await DoAsync(name, new CompleteTask(Id, (await TaskAsync(kind, group)).Id, decision, null, Fields(form)));

    /// <summary>Tries to complete a task.</summary>
    public async Task TryAsync<TForm>(string name, string kind, string decision, TForm form, string? group = null) =>
        await TryAsync(name, new CompleteTask(Id, (await TaskAsync(kind, group)).Id, decision, null, Fields(form)));

    /// <summary>Folds the journal again when it has grown.</summary>
    private async Task<Instance?> LoadAsync()
    {
        var grown = await host.Services.GetRequiredService<IJournalStore>().ReadAsync(Id, known?.State.Sequence ?? 0, long.MaxValue);
        return grown.Count == 0 ? known : known = await Reader.LoadAsync(Id);
    }

    private static JsonElement? Fields<TForm>(TForm form) => form switch
    {
        null => null,
        JsonElement json => json,
        _ => FormReader.Write(form),
    };

    private async Task<Caller> CallerAsync(string name)
    {
        people ??= (await host.Services.GetRequiredService<PeopleDirectory>().AllAsync()).Values
            .ToDictionary(entry => entry.Caller.Name, entry => entry.Caller, StringComparer.Ordinal);
        return people.TryGetValue(name, out var caller) ? caller : throw new ArgumentException($"Nobody here is called {name}.", nameof(name));
    }
}
