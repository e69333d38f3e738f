using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Verbs.Pilot;
using MediatR;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Practice;

/// <summary>The invented people of a rehearsal: they fill the boxes and do the tasks through the same handlers as real people, each as who may.</summary>
internal sealed class DrillPeople(PilotData data, PilotElection script)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly PilotPeople answers = new(data, script);

    public string Instance { get; } = "practice-1";

    public IReadOnlyList<DummyPerson> Cast { get; } =
    [
        .. DummyPerson.Office.Select(person => new DummyPerson(person.Id, person.Name, Roles.Name(person.Role))),
        .. script.People.Take(4).Select(person => new DummyPerson(person.Id, person.Name, Roles.Name(Roles.Member))),
        .. script.People.Where(person => person.Kind == PersonKind.Masses).Take(1).Select(person => new DummyPerson(person.Id, person.Name, Roles.Name(Roles.Masses))),
    ];

    /// <summary>Does the next thing: fills a box, does a task, or lets the time pass until something is due.</summary>
    /// <returns>Why nothing was done; null when something was.</returns>
    public async Task<Text?> StepAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var at = scope.ServiceProvider;
        if ((await at.GetRequiredService<JournalReader>().LoadAsync(Instance, cancellationToken))?.State is not { } run) return new("选举还没有开始", "the election has not begun");
        if (run.End is not null) return new("选举已经结束", "the election is over");
        if (run.Incidents.FirstOrDefault(incident => incident.Open) is { } incident) return new($"环节出错：{incident.Message}", $"a step failed: {incident.Message}");
        var election = run.Election();
        foreach (var box in election.Boxes.Values.Where(box => box.IsOpen))
        {
            if (await FillAsync(at, election, box, cancellationToken)) return null;
        }

        var clock = at.GetRequiredService<ElectionClock>();
        var unknown = new List<OpenTask>();
        foreach (var task in election.Tasks.Values.Where(task => task.Bookmark is not null).OrderBy(task => task.Id, StringComparer.Ordinal))
        {
            if (!PilotPeople.Knows(task.Kind))
            {
                unknown.Add(task);
                continue;
            }

            if (answers.Answer(election, task, LocalTime.DateOf(clock.GetUtcNow())) is not { } handed) continue;
            await PassAsync(at, task.Kind == TaskKinds.Attendance ? Morning(script.Organisation.Meeting) : clock.GetUtcNow() + Hour);
            return await HandInAsync(at, task, handed, cancellationToken) is { } refusal
                ? new($"“{task.Title.Zh}”没有办成：{refusal.Message.Zh} {refusal.Found}".TrimEnd(), $"“{task.Title.En}” was refused: {refusal.Message.En} {refusal.Found}".TrimEnd())
                : null;
        }

        if (await at.GetRequiredService<IJournalDatabase>().NextDueAsync(cancellationToken) is { } due)
        {
            await PassAsync(at, due + TimeSpan.FromSeconds(1));
            await at.GetRequiredService<Runtime>().FireTimersAsync(clock.GetUtcNow(), cancellationToken);
            return null;
        }

        return unknown.FirstOrDefault() is { } left
            ? new($"“{left.Title.Zh}”请您自己办理", $"“{left.Title.En}” is for you to do")
            : new("没有人可办，也没有到期的时间", "nobody has anything to do and no time will come");
    }

    /// <summary>Everybody who is to cast and has not, casts what the script says.</summary>
    private async Task<bool> FillAsync(IServiceProvider at, Election election, BoxState box, CancellationToken cancellationToken)
    {
        if (box.Eligible is not { Count: > 0 } eligible) return false;
        var store = at.GetRequiredService<IBoxStore>();
        await store.OpenAsync(box.Id, [.. eligible], cancellationToken);
        var sheets = PilotBoxes.Sheets(script, election, box);
        var cast = false;
        foreach (var (person, sheet) in eligible.Zip(sheets))
        {
            if (!await store.HasCastAsync(box.Id, person, cancellationToken))
                cast |= (await store.CastAsync(box.Id, person, sheet, "", cancellationToken)).Status == CastStatus.Accepted;
        }

        return cast;
    }

    private async Task<Refusal?> HandInAsync(IServiceProvider at, OpenTask task, Handed handed, CancellationToken cancellationToken)
    {
        var everybody = await at.GetRequiredService<PeopleDirectory>().AllAsync();
        if (everybody.Values.Select(entry => entry.Caller).OrderBy(caller => caller.Id, StringComparer.Ordinal)
            .FirstOrDefault(caller => caller.IsAnyOf(task.Assignees) && !caller.IsAnyOf(task.Excluded)) is not { } actor) return TaskRefusals.NotYours;
        at.GetRequiredService<CallerAccessor>().ActAs(actor);
        // What the host finds out itself, such as the count of a box, it finds in the box.
        JsonElement? form = task.Kind is TaskKinds.CloseBox or TaskKinds.CloseBallot ? null : handed.Form;
        var done = await at.GetRequiredService<IMediator>().Send(new CompleteTask(Instance, task.Id, handed.Decision, null, form), cancellationToken);
        return done.Accepted ? null : done.Refusal;
    }

    private static async Task PassAsync(IServiceProvider at, DateTimeOffset until)
    {
        var forward = until - at.GetRequiredService<ElectionClock>().GetUtcNow();
        if (forward > TimeSpan.Zero) await at.GetRequiredService<DemoSeed>().MoveClockAsync(forward);
    }

    private static DateTimeOffset Morning(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), LocalTime.Offset);
}
