using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>What scripted people send to the kernel.</summary>
internal static class PilotCommands
{
    /// <summary>Starts an election with the organisation's invented roll.</summary>
    public static StartCommand Start(string instance, WorkflowGraph procedure, PilotElection pilot, string title, DateTimeOffset now) => new(instance, procedure)
    {
        Now = now,
        By = "staff",
        Input = new Dictionary<string, object?>
        {
            ["unit"] = FormReader.Write(new UnitRef(pilot.Organisation.Id, pilot.Organisation.Name)),
            ["title"] = title,
            ["roll"] = FormReader.Write(pilot.People),
        },
    };

    /// <summary>Completes a task as somebody whom it is for: the person named, or a holder of the role.</summary>
    public static ResumeCommand HandIn(string instance, Election election, OpenTask task, Handed handed, PilotElection pilot, DateTimeOffset now)
    {
        var actor = Actor(election, task, pilot);
        return new(instance, task.Bookmark!)
        {
            Now = now,
            By = actor.Id,
            Input = new Dictionary<string, object?>
            {
                ["actor"] = FormReader.Write(actor),
                ["completion"] = FormReader.Write(new TaskCompletion(task.Id, handed.Decision, null, handed.Form)),
            },
        };
    }

    private static Actor Actor(Election election, OpenTask task, PilotElection pilot)
    {
        const string person = "person:";
        var principal = task.Assignees[0];
        var id = principal.StartsWith(person, StringComparison.Ordinal) ? principal[person.Length..]
            : task.Kind is TaskKinds.SelfNomination or TaskKinds.Objection ? pilot.IdOf(pilot.Organisation.Others[0])
            : principal;
        return new(id, election.People.GetValueOrDefault(id)?.Name ?? id, [principal]);
    }
}
