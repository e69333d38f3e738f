using Gongtui.Activities;
using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Elections;

/// <summary>An election as lists of the API show it.</summary>
public sealed record ElectionLine(
    string Instance, Text Title, string Unit, string Procedure, string Status, string? Step, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, long Sequence)
{
    public static ElectionLine Of(ElectionRow row) => new(
        row.Instance, new(row.TitleZh, row.TitleEn), row.Unit, row.Procedure, row.Status, row.Step, row.StartedAt, row.EndedAt, row.Head);
}

/// <summary>A page of elections.</summary>
public sealed record ElectionLines(IReadOnlyList<ElectionLine> Elections, string? Next);

/// <summary>An election with where it stands.</summary>
public sealed record ElectionAnswer(
    ElectionLine Election, IReadOnlyList<StepAnswer> Steps, IReadOnlyList<TaskAnswer> Tasks, IReadOnlyList<BoxAnswer> Boxes, IReadOnlyList<IncidentAnswer> Incidents)
{
    public static ElectionAnswer Of(ElectionView view) => new(
        ElectionLine.Of(view.Row),
        view.Model.InOrder().Select(node => new StepAnswer(
            node.Id, node.Type, StepNames.Of(node.Type, node.Label), view.States.Of(node.Id).State.ToString(), view.States.Of(node.Id).Completed)).ToList(),
        view.Tasks.Select(TaskAnswer.Of).ToList(),
        view.Boxes.Select(box => new BoxAnswer(
            box.Box.Id, box.Box.Purpose.ToString(), box.Box.Group, box.Box.IsOpen, box.Turnout.Electors, box.Turnout.Cast, box.Box.Root)).ToList(),
        view.Run.Incidents.Where(incident => incident.Open)
            .Select(incident => new IncidentAnswer(incident.Number, incident.Activity, incident.Message, incident.At)).ToList());
}

/// <summary>A node of the diagram in this run.</summary>
/// <param name="State">NotReached, Done, Running, Waiting or Failed.</param>
/// <param name="Completed">How often it was completed.</param>
public sealed record StepAnswer(string Id, string Type, Text Name, string State, int Completed);

/// <summary>A box: how many may cast and have cast, and once it is sealed its root.</summary>
public sealed record BoxAnswer(string Box, string Purpose, string Group, bool Open, int Electors, int Cast, string? Root);

/// <summary>A failure that waits for a person.</summary>
public sealed record IncidentAnswer(int Number, string Activity, string Message, DateTimeOffset At);
