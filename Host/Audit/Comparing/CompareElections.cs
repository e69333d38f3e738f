using Gongtui.Engine.Definitions;
using Gongtui.Engine.State;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Elections;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Audit.Comparing;

/// <summary>An election against its diagram, and against another election of the same procedure.</summary>
/// <param name="With">The other one; null for the diagram alone.</param>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record CompareElections(string Instance, string? With) : IQuery<ComparedElections>, IJournaledReading<Result<ComparedElections>>
{
    public ReadingOf Reading(Result<ComparedElections> answer) => new(ReadingKinds.Compare, Instance, 1, answer.Value!.Left.Last);
}

/// <summary>The course that an election took.</summary>
public sealed record CourseOf(ElectionRow Row, WorkflowGraph Graph, long Last, IReadOnlyList<StepRun> Runs);

/// <param name="Steps">The diagram's steps in order, with how often and how long this election was in each.</param>
/// <param name="Pairs">Both courses side by side; empty without another.</param>
/// <param name="Parts">Place of the first pair in which they differ; null when they do not.</param>
/// <param name="Others">Elections of the procedure to compare with, newest first.</param>
public sealed record ComparedElections(
    CourseOf Left, CourseOf? Right, IReadOnlyList<(DiagramNode Step, int Times, TimeSpan Took)> Steps, IReadOnlyList<CoursePair> Pairs, int? Parts, IReadOnlyList<ElectionRow> Others);

public sealed class CompareElectionsHandler(GongtuiDb db, JournalReader reader, AuditDoor door, CallerAccessor callers)
    : IRequestHandler<CompareElections, Result<ComparedElections>>
{
    private const int Most = 100;

    public async Task<Result<ComparedElections>> Handle(CompareElections request, CancellationToken cancellationToken)
    {
        var left = await CourseAsync(request.Instance, cancellationToken);
        if (!left.Accepted) return left.Refusal;
        var right = request.With is { Length: > 0 } other ? await CourseAsync(other, cancellationToken) : null;
        if (right is { Accepted: false }) return right.Refusal;
        if (right?.Value is { } given && given.Graph.DefinitionId != left.Value.Graph.DefinitionId) return OtherProcedure(given.Row);
        var pairs = right is null ? [] : CoursePair.Align(left.Value.Runs, right.Value!.Runs);
        var parts = pairs.Index().Where(pair => !pair.Item.Same).Select(pair => (int?)pair.Index).FirstOrDefault();
        var taken = left.Value.Runs.ToLookup(run => run.Step);
        var steps = DiagramModel.Of(left.Value.Graph).Steps()
            .Select(step => (step, taken[step.Id].Count(), TimeSpan.FromTicks(taken[step.Id].Sum(run => run.Took?.Ticks ?? 0)))).ToList();
        return new ComparedElections(left.Value, right?.Value, steps, pairs, parts, await OthersAsync(left.Value, cancellationToken));
    }

    private async Task<Result<CourseOf>> CourseAsync(string instance, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        var (row, newest, last) = (opened.Value.Row, opened.Value.State, opened.Value.Last);
        return new CourseOf(row, newest.Graph, last, StepRun.Of(await reader.EntriesAsync(instance, 0, last, cancellationToken), newest.Graph));
    }

    private async Task<IReadOnlyList<ElectionRow>> OthersAsync(CourseOf left, CancellationToken cancellationToken)
    {
        var me = callers.Current;
        var units = me.Units.Where(unit => me.HasIn(unit, Roles.Auditor) || me.HasIn(unit, Roles.Staff)).ToList();
        return await (
            from election in db.Elections.AsNoTracking()
            join procedure in db.Procedures on election.Procedure equals procedure.Id
            where procedure.DefinitionId == left.Graph.DefinitionId && election.Instance != left.Row.Instance && units.Contains(election.Unit)
            orderby election.StartedAt descending
            select election).Take(Most).ToListAsync(cancellationToken);
    }

    private static Activities.Elections.Refusal OtherProcedure(ElectionRow other) => new(
        Kinds.Invalid, new("两次选举用的不是同一程序，不能比较。", "The two elections follow different procedures."),
        Found: other.TitleZh, NextStep: new("请从列表中选择同一程序的选举。", "Choose one of the same procedure from the list."));
}
