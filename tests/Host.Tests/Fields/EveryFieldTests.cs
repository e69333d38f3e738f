using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Overriding;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Host.Boxes;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Tests.Elections;
using Gongtui.Host.Verbs.Pilot;
using Xunit;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Tests.Fields;

/// <summary>Every form of every human task of every procedure, with every field out of range: a refusal that says what to do next, or
/// acceptance where that is lawful; never a failure, and nothing recorded.</summary>
public sealed class EveryFieldTests
{
    private static readonly PilotData Data = PilotData.Read();
    private static readonly ISheetKind[] Sheets = [new RecommendationSheets(), new AssessmentSheets(), new SurveySheets(), new BallotSheets()];
    private readonly HashSet<string> walked = [];
    private readonly List<string> faults = [];
    private int asked;

    [Fact]
    public async Task Every_field_of_every_task_is_refused_or_taken_and_never_fails()
    {
        foreach (var procedure in DryDesk.Procedures) await WalkAsync(procedure, Pilot(procedure));
        await WalkAsync("zhujian", Pilot("zhujian", onPaper: true), "paper");
        await WalkAsync("zhujian", Pilot("zhujian", shortage: true), "shortage");
        await DepartureAsync();
        await WalkAsync("zhujian", Pilot("zhujian"), "recommended", Mishap.TiedRecommendation);
        await WalkAsync("zhujian", Pilot("zhujian"), "voted", Mishap.TiedVotes);
        await WalkAsync("renshe", Pilot("renshe"), "lost", Mishap.LostSecretary);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
        Assert.Empty(TaskCatalog.All.Select(kind => kind.Id).Except(walked));
        Assert.True(asked > 5000, $"{asked}");
    }

    /// <param name="mishap">Until somebody was asked because of it, and answered.</param>
    private async Task WalkAsync(string procedure, PilotElection pilot, string variant = "", Mishap mishap = Mishap.None)
    {
        var (desk, instance, clock, answers) = (new DryDesk(), procedure + variant, new PilotClock(Data.Start), new Answers(Data, pilot, mishap));
        var start = PilotCommands.Start(instance, DryDesk.Graph(procedure), pilot, "换届", clock.Now);
        Assert.IsType<Outcome.Accepted>(await desk.SendAsync(start with { Input = new Dictionary<string, object?>(start.Input) { ["override"] = Override() } }));
        var seen = new HashSet<string>();
        for (var turn = 0; turn < 200; turn++)
        {
            var state = await desk.StateAsync(instance);
            if (state.SubStatus != WorkflowSubStatus.Suspended)
            {
                Assert.Equal(WorkflowSubStatus.Finished, state.SubStatus);
                return;
            }

            var election = await desk.ElectionAsync(instance);
            FillBoxes(election, seen);
            var next = (OpenTask?)null;
            Handed? handed = null;
            foreach (var task in election.Tasks.Values.Where(task => task.Bookmark is not null).OrderBy(task => task.Id, StringComparer.Ordinal))
            {
                if (answers.To(election, task, clock.Today, seen.Add("used " + task.Id)) is not { } answer) continue;
                if (seen.Add(task.Kind)) await SpoilAsync(desk, instance, election, task, answer, pilot, clock.Now);
                (next, handed) = (next ?? task, handed ?? answer);
            }

            if (next is null)
            {
                if (desk.NextDue is not { } due)
                {
                    // The Host publishes what was allowed; no person is asked for anything.
                    Assert.Empty(election.Tasks);
                    return;
                }

                clock.To(due);
                await desk.FireAsync(clock.Now);
                continue;
            }

            clock.Pass(next.Kind == TaskKinds.Attendance ? pilot.MeetingOn(PilotPeople.NumberOf(next)) : null);
            var outcome = await desk.SendAsync(PilotCommands.HandIn(instance, election, next, handed!, pilot, clock.Now));
            Assert.True(outcome is Outcome.Accepted, $"{instance} {next.Id}: {(outcome as Outcome.Refused)?.Reason}");
            if (mishap != Mishap.None && next.Kind == Mishaps.Asks(mishap)) return;
        }

        Assert.Fail($"{procedure} does not end.");
    }

    private async Task SpoilAsync(DryDesk desk, string instance, Election election, OpenTask task, Handed answer, PilotElection pilot, DateTimeOffset now)
    {
        walked.Add(task.Kind);
        var head = (await desk.StateAsync(instance)).Sequence;
        var command = PilotCommands.HandIn(instance, election, task, answer, pilot, now);
        var actor = FormReader.Read<Actor>((JsonElement)command.Input["actor"]!);
        await JudgeAsync(desk, task.Kind, new("decision", "no-such-decision", answer.Form, true), DryDesk.Completion(instance, task, actor, "no-such-decision", answer.Form, now));
        foreach (var decision in TaskCatalog.Of(task.Kind).Choices)
        foreach (var mutant in Mutant.Of(answer.Form))
        {
            // The Host looks at what was sent first, as it does here.
            if (new CompleteTask(instance, task.Id, decision.Id, null, mutant.Form).Check() is { } untypeable) Judge($"{task.Kind} {decision.Id}", mutant, null, untypeable);
            else await JudgeAsync(desk, $"{task.Kind} {decision.Id}", mutant, DryDesk.Completion(instance, task, actor, decision.Id, mutant.Form, now));
        }

        Assert.Equal(head, (await desk.StateAsync(instance)).Sequence);
    }

    private async Task JudgeAsync(DryDesk desk, string what, Mutant mutant, ResumeCommand command)
    {
        var (entries, refusal) = await desk.AskAsync(command);
        Judge(what, mutant, entries, refusal);
    }

    private void Judge(string what, Mutant mutant, IReadOnlyList<Entry>? entries, object? refusal)
    {
        asked++;
        var wrong = (entries, refusal) switch
        {
            (null, Refusal { NextStep: not null, Message: { Zh.Length: > 0, En.Length: > 0 } }) => null,
            (null, _) => $"refused without a next step: {refusal}",
            ({ } stored, _) when stored.OfType<Faulted>().FirstOrDefault() is { } failed => $"failed: {failed.Message}",
            _ when mutant.Unlawful => "accepted",
            _ => null,
        };
        if (wrong is not null) faults.Add($"{what} {mutant.Path} {mutant.Fault}: {wrong}");
    }

    /// <summary>Sheets go into boxes, past the kernel.</summary>
    private void FillBoxes(Election election, HashSet<string> seen)
    {
        foreach (var box in election.Boxes.Values.Where(box => box.IsOpen && seen.Add($"box {box.Purpose}")))
        {
            walked.Add(box.Purpose switch
            {
                BoxPurpose.Recommendation => TaskKinds.Recommend,
                BoxPurpose.Assessment => TaskKinds.Assess,
                BoxPurpose.Survey => TaskKinds.SurveyAnswer,
                _ => TaskKinds.Ballot,
            });
            var kind = Sheets.Single(kind => kind.Purpose == box.Purpose);
            var dice = new Random(7);
            foreach (var mutant in Mutant.Of(kind.Invent(box.Form!.Value, dice.Next)))
            {
                asked++;
                if (TypedText.Check(mutant.Form) is not null) continue;
                try
                {
                    var written = kind.Write(box.Form!.Value, mutant.Form);
                    if (written.Accepted && mutant.Unlawful) faults.Add($"{box.Purpose} {mutant.Path} {mutant.Fault}: accepted");
                    if (!written.Accepted && written.Refusal.NextStep is null) faults.Add($"{box.Purpose} {mutant.Path} {mutant.Fault}: no next step");
                }
                catch (JsonException)
                {
                    // The desk turns it into a refusal.
                }
            }
        }
    }

    /// <summary>Somebody leaves during the term, and the commitment waits for a decision.</summary>
    private async Task DepartureAsync()
    {
        var pilot = Pilot("zhujian");
        var (desk, clock, answers) = (new DryDesk(), new PilotClock(Data.Start), new Answers(Data, pilot));
        await desk.SendAsync(PilotCommands.Start("t", DryDesk.Graph("renqi"), pilot, "任期", clock.Now));
        var before = await desk.ElectionAsync("t");
        var open = before.Tasks.Values.Single();
        await desk.SendAsync(PilotCommands.HandIn("t", before, open, answers.To(before, open, clock.Today, true)!, pilot, clock.Now));
        var news = new HolderLeft(pilot.IdOf(pilot.Organisation.Secretary[0]), "书记", ExitGround.Transfer, "工作需要", "9号", clock.Today, "x1");
        foreach (var place in (await desk.StateAsync("t")).Bookmarks.Where(place => Departures.Bookmarks.Contains(place.Name)).ToList())
        {
            foreach (var mutant in Mutant.Of(FormReader.Write(news)).Where(mutant => TypedText.Check(mutant.Form) is null)) await JudgeAsync(desk, "departure", mutant, Told(place.Id, mutant.Form));
            Assert.IsType<Outcome.Accepted>(await desk.SendAsync(Told(place.Id, FormReader.Write(news))));
        }

        var election = await desk.ElectionAsync("t");
        var task = election.Tasks.Values.Single(task => task.Kind == TaskKinds.Settlement);
        await SpoilAsync(desk, "t", election, task, answers.To(election, task, clock.Today, true)!, pilot, clock.Now);

        ResumeCommand Told(string bookmark, JsonElement input) => new("t", bookmark) { Now = clock.Now, By = "x", Input = new Dictionary<string, object?> { [Departures.InputKey] = input } };
    }

    /// <summary>What the superior is asked about a version that the policy blocks; other procedures do not look at it.</summary>
    private static JsonElement Override() => FormReader.Write(new OverrideAsked(
        "p", "程序", 1, "p-1", "ab", "试点需要", [new(new("缺少公示", "No publicity period"), null, null)], "designer"));

    private static PilotElection Pilot(string procedure, bool onPaper = false, bool shortage = false)
    {
        var unit = Data.Units.FirstOrDefault(unit => unit.Procedure == procedure) ?? Data.Units.First(unit => unit.Procedure == (procedure == "chuantong" ? "renshe" : "zhujian"));
        var organisation = onPaper ? unit.Organisations.First(known => Data.Variety.Paper.Contains(known.Id))
            : shortage ? unit.Organisations.First(known => Data.Variety.Shortage.Contains(known.Id))
            : unit.Organisations.Where(known => !Data.Variety.NoQuorum.Contains(known.Id)).OrderBy(known => Data.Variety.Paper.Contains(known.Id)).ThenByDescending(known => known.Present).First();
        return new(Data, unit, organisation);
    }
}
