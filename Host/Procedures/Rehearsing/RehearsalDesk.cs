using System.Text.Json.Nodes;
using Elsa.Workflows;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Kernel;
using Gongtui.Host.Verbs.Pilot;

namespace Gongtui.Host.Procedures.Rehearsing;

/// <summary>Runs a draft on the real kernel in memory, with invented people and a clock of its own. Nothing of it touches the database.</summary>
internal sealed class RehearsalDesk : IGraphCatalog
{
    /// <summary>More tasks than this are a procedure that goes round in circles.</summary>
    private const int MostTasks = 200;

    private readonly WorkflowGraph graph;
    private readonly PilotData data;
    private readonly RehearsalWay way;
    private readonly PilotElection dummies;
    private readonly MemoryJournalStore store = new();
    private readonly Runtime runtime;

    public RehearsalDesk(WorkflowGraph graph, PilotData data, RehearsalWay way)
    {
        (this.graph, this.way) = (graph, way);
        var unit = data.Units.First(unit => unit.Procedure == Alike(graph));
        var organisation = unit.Organisations[0];
        this.data = data = data with { Variety = way.Votes?.Invoke(data.Variety, organisation.Id) ?? data.Variety };
        dummies = new(data, unit, organisation);
        runtime = new(store, this, [new ElectionView()], new());
    }

    public async Task<RehearsedWay> RunAsync(CancellationToken cancellationToken)
    {
        var (instance, people, clock, done) = ($"rehearsal-{Guid.NewGuid():N}", new PilotPeople(data, dummies), new PilotClock(data.Start), new Dictionary<string, int>(StringComparer.Ordinal));
        var stuck = Why(await runtime.SendAsync(PilotCommands.Start(instance, graph, dummies, "演练", clock.Now), cancellationToken));
        for (var turn = 0; stuck is null; turn++)
        {
            var state = (await runtime.Reader.LoadAsync(instance, cancellationToken))!.State;
            if (state.End is not null) break;
            if (state.SubStatus == WorkflowSubStatus.Faulted) stuck = Same(state.Incidents[^1].Message);
            else if (turn == MostTasks) stuck = new("办了两百项仍未结束", "two hundred tasks were done and it did not end");
            else stuck = await StepAsync(instance, state, people, clock, done, cancellationToken);
        }

        return await ToldAsync(instance, stuck, clock, cancellationToken);
    }

    WorkflowGraph? IGraphCatalog.Published(string definitionId) => definitionId == graph.DefinitionId ? graph : null;

    WorkflowGraph IGraphSource.Find(string versionId, string hash) => graph;

    /// <summary>The pilot's procedure that elects as this one does: its people know how to vote there.</summary>
    internal static string Alike(WorkflowGraph graph)
    {
        var plan = (graph.Definition.Document["root"]?["activities"] as JsonArray)?.FirstOrDefault(activity => (string?)activity?["type"] == "Gongtui.DraftPlan");
        return plan?["mode"]?["expression"]?["value"]?.ToString() switch
        {
            "TwoRounds" => "renshe",
            "NoCandidates" => "linye",
            _ => "zhujian",
        };
    }

    /// <returns>Why nothing more can be done; null when it went on.</returns>
    private async Task<Text?> StepAsync(
        string instance, InstanceState state, PilotPeople people, PilotClock clock, Dictionary<string, int> done, CancellationToken cancellationToken)
    {
        var election = state.View<Election>(StepContext.View);
        foreach (var task in election.Tasks.Values.OrderBy(task => task.Id, StringComparer.Ordinal))
        {
            if (task.Bookmark is null) continue;
            var before = done.GetValueOrDefault(task.Kind);
            // A way that has its own answer to everything of a kind needs no usual one.
            if (!PilotPeople.Knows(task.Kind) && way.Instead(election, task, before, null) is null) return new($"没有人会办“{task.Title.Zh}”", $"nobody of the rehearsal knows how to do “{task.Title.En}”");
            if (Unready(election, task.Kind) is { } unready) return unready;
            var usual = PilotPeople.Knows(task.Kind) ? people.Answer(election, task, clock.Today) : null;
            if ((way.Instead(election, task, before, usual) ?? usual) is not { } handed) continue;
            clock.Pass(task.Kind == TaskKinds.Attendance ? dummies.Organisation.Meeting : null);
            done[task.Kind] = before + 1;
            return Why(await runtime.SendAsync(PilotCommands.HandIn(instance, election, task, handed, dummies, clock.Now), cancellationToken));
        }

        if (store.NextDue is not { } due) return new("没有人可办，也没有到期的时间", "nobody has anything to do and no time will come");
        clock.To(due);
        return await runtime.FireTimersAsync(clock.Now, cancellationToken: cancellationToken) > 0 ? null : new("到期后没有继续", "it did not go on when its time came");
    }

    /// <summary>What a task takes for granted and this diagram did not bring about; null when all of it is there.</summary>
    private static Text? Unready(Election election, string kind)
    {
        var needsPlan = kind is not (TaskKinds.Plan or TaskKinds.PublicityWork or TaskKinds.CloseReceipts or TaskKinds.Survey or TaskKinds.TakeOffice or TaskKinds.Exit);
        if (needsPlan && election.Plan is null) return new("还没有方案", "there is no plan yet");
        return kind switch
        {
            TaskKinds.Investigation when election.Investigation is null => new("还没有考察对象", "nobody is listed to be investigated"),
            TaskKinds.Tellers or TaskKinds.CloseBallot or TaskKinds.PaperBallots when election.Voting.Attendance is null => new("还没有清点到会人数", "the attendance was not counted"),
            TaskKinds.CloseBallot when election.Voting.Box is null || election.Voting.Contests.Count == 0 => new("没有选票", "there is no ballot"),
            _ => null,
        };
    }

    /// <summary>What the journal of the run says.</summary>
    private async Task<RehearsedWay> ToldAsync(string instance, Text? stuck, PilotClock clock, CancellationToken cancellationToken)
    {
        if (await runtime.Reader.LoadAsync(instance, cancellationToken) is not { State: var state }) return new(way.Name, [], 0, 0, false, stuck, null, way.Elects);
        var (steps, runs) = (new List<string>(), new Dictionary<int, string>());
        foreach (var entry in await runtime.Reader.EntriesAsync(instance, 0, state.Sequence, cancellationToken))
        {
            if (entry is Executing executing) runs[executing.Run] = executing.Activity;
            if (entry is Completed completed) steps.Add(runs[completed.Run]);
        }

        var at = stuck is null ? null : state.Incidents.LastOrDefault(incident => incident.Open)?.Activity ?? state.Bookmarks.LastOrDefault()?.Activity;
        var announced = state.View<Election>(StepContext.View).Voting.Announced;
        return new(way.Name, steps, state.Sequence, (int)(clock.Now - state.StartedAt).TotalDays, announced, stuck, at, way.Elects);
    }

    private static Text? Why(Outcome outcome) => outcome switch
    {
        Outcome.Refused { Reason: Activities.Elections.Refusal refusal } => new($"{refusal.Message.Zh} {refusal.Found}".Trim(), $"{refusal.Message.En} {refusal.Found}".Trim()),
        Outcome.Refused refused => Same(refused.Reason.ToString() ?? ""),
        _ => null,
    };

    private static Text Same(string text) => new(text, text);
}
