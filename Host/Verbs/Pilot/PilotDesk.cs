using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Kernel;
using Gongtui.Workflows.Procedures;
using Elsa.Workflows;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>Runs elections on the real kernel in memory, by the procedures that ship with the product and on a clock of their own.</summary>
internal sealed class PilotDesk : IGraphCatalog
{
    /// <summary>More steps than this are a procedure that goes round in circles.</summary>
    private const int MostSteps = 500;

    private readonly Dictionary<string, WorkflowGraph> procedures;
    private readonly MemoryJournalStore store = new();
    private readonly Runtime runtime;

    public PilotDesk()
    {
        var known = ProductProcedures.All().Select(json => WorkflowDefinition.Parse(json)).ToDictionary(definition => definition.VersionId);
        var compiler = new DefinitionCompiler(new ActivityRegistry(typeof(DraftPlan).Assembly), known.GetValueOrDefault);
        procedures = known.Values.Select(compiler.Compile).ToDictionary(graph => graph.DefinitionId);
        runtime = new(store, this, [new ElectionView()], new());
    }

    /// <summary>Runs one election to its end.</summary>
    /// <exception cref="InvalidOperationException">Somebody was refused, the procedure waits for nobody, or the journal's chain is broken.</exception>
    public async Task<PilotResult> RunAsync(PilotData data, PilotElection pilot)
    {
        var instance = pilot.Organisation.Id;
        var people = new PilotPeople(data, pilot);
        var clock = new PilotClock(data.Start);
        var start = PilotCommands.Start(instance, procedures[pilot.Unit.Procedure], pilot, $"{pilot.Organisation.Name}2010年换届", clock.Now);
        Check(await runtime.SendAsync(start), pilot);
        for (var step = 0; step < MostSteps; step++)
        {
            var state = (await runtime.Reader.LoadAsync(instance))!.State;
            var election = state.View<Election>(StepContext.View);
            if (state.SubStatus != WorkflowSubStatus.Suspended)
            {
                var broken = await runtime.Reader.VerifyAsync(instance);
                var facts = (await runtime.Reader.EntriesAsync(instance, 0, state.Sequence)).OfType<Logged>().CountBy(entry => entry.Event).ToDictionary();
                return broken is null ? new(pilot, election, state.Sequence, facts) : throw new InvalidOperationException($"{instance}: {broken}");
            }

            var (task, handed) = election.Tasks.Values.OrderBy(task => task.Id, StringComparer.Ordinal)
                .Select(task => (task, Handed: people.Answer(election, task, clock.Today)))
                .FirstOrDefault(pair => pair.Handed is not null);
            if (handed is null)
            {
                clock.To(store.NextDue ?? throw new InvalidOperationException($"{instance} waits for nobody."));
                await runtime.FireTimersAsync(clock.Now);
                continue;
            }

            clock.Pass(task.Kind == TaskKinds.Attendance ? pilot.MeetingOn(PilotPeople.NumberOf(task)) : null);
            Check(await runtime.SendAsync(PilotCommands.HandIn(instance, election, task, handed, pilot, clock.Now)), pilot);
        }

        throw new InvalidOperationException($"{instance} did not end.");
    }

    WorkflowGraph? IGraphCatalog.Published(string definitionId) => procedures.GetValueOrDefault(definitionId);

    WorkflowGraph IGraphSource.Find(string versionId, string hash) =>
        procedures.Values.First(graph => graph.VersionId == versionId && graph.Hash == hash);

    private static void Check(Outcome outcome, PilotElection pilot)
    {
        if (outcome is Outcome.Refused refused)
        {
            throw new InvalidOperationException($"{pilot.Organisation.Name}: {(refused.Reason is Activities.Elections.Refusal refusal ? $"{refusal.Message.Zh} {refusal.Found}" : refused.Reason)}");
        }
    }
}
