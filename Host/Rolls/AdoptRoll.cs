using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Rolls;

/// <summary>Takes the caller's uploaded roll into the directory, whole or not at all. Running elections keep the roll they were started with.</summary>
/// <param name="WithoutAbsent">Whether people whom the file does not name leave the roll; their accounts are closed, nothing is deleted.</param>
[AllowedTo(Roles.Staff, Roles.Admin)]
public sealed record AdoptRoll(string Unit, bool WithoutAbsent) : ICommand<AdoptedRoll>, IForUnit;

/// <summary>What became of it.</summary>
public sealed record AdoptedRoll(int Added, int Changed, int Same, int Left);

public sealed class AdoptRollHandler(GongtuiDb db, RollDesk desk, RollDrafts drafts, CallerAccessor callers, PeopleDirectory people)
    : IRequestHandler<AdoptRoll, Result<AdoptedRoll>>
{
    public async Task<Result<AdoptedRoll>> Handle(AdoptRoll request, CancellationToken cancellationToken)
    {
        if (drafts.Find(callers.Current.Id, request.Unit) is not { } draft) return RollDesk.Gone;
        var known = await desk.Of(request.Unit).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        var proposal = await desk.CompareAsync(request.Unit, draft, [.. known.Values], cancellationToken);
        if (Check(request, proposal) is { } refusal) return refusal;

        foreach (var change in proposal.Changed) Write(known[change.Person], change.Line, proposal.Columns);
        foreach (var line in proposal.Added)
        {
            var row = new PersonRow { Id = line.Id ?? "p-" + Guid.NewGuid().ToString("N")[..12], Name = line.Name, Unit = request.Unit, Stamp = Guid.NewGuid().ToString("N") };
            Write(row, line, proposal.Columns);
            db.People.Add(row);
        }

        var joining = db.People.Local.Where(row => db.Entry(row).State == EntityState.Added).ToList();
        var left = request.WithoutAbsent ? proposal.Absent : [];
        foreach (var absent in left)
        {
            known[absent.Person].Active = false;
            known[absent.Person].Stamp = Guid.NewGuid().ToString("N");
        }

        if (Homonyms.Unclear(known.Values.Where(row => row.Active).Concat(joining).Select(row => (row.Name, row.Mark))) is { } name)
        {
            db.ChangeTracker.Clear();
            return Homonyms.Refuse(
                name, new("请在文件里写上每一名同名者并各加标注；不在册的，勾选“移出名册”。", "Write every one of them into the file with a mark each; whoever is off the roll: tick the box that takes them off."), "file");
        }

        await db.SaveChangesAsync(cancellationToken);
        drafts.Forget(callers.Current.Id, request.Unit);
        people.Forget();
        return new AdoptedRoll(proposal.Added.Count, proposal.Changed.Count, proposal.Same, left.Count);
    }

    private static Refusal? Check(AdoptRoll request, RollProposal proposal)
    {
        if (proposal.Faults.Count > 0)
        {
            return Refusals.Invalid(
                new($"名册有 {proposal.Faults.Count} 处问题，没有采用，名册未变。", $"{proposal.Faults.Count} faults: nothing was adopted, the roll is unchanged."), found: $"第 {proposal.Faults[0].Line} 行") with
            {
                NextStep = new("请在原文件里改好所列各行，重新上传。", "Correct the lines listed in your file and upload it again."),
            };
        }

        return request.WithoutAbsent && proposal.Absent.FirstOrDefault(absent => absent.HoldsRoles) is { } needed
            ? Refusals.Invalid(new($"{needed.Printed}担任系统职务，不能这样移出名册。", $"{needed.Printed} holds a role and cannot leave the roll this way."), found: needed.Person) with
            {
                NextStep = new("请管理员先取消其身份，或不勾选“移出名册”。", "Let an administrator take the role back, or do not tick the box."),
            }
            : null;
    }

    /// <summary>What the file has a column for is as the file says; the rest stays.</summary>
    private static void Write(PersonRow row, RollPerson line, IReadOnlySet<RollColumn> columns)
    {
        (row.Name, row.Standing, row.Active) = (line.Name, line.Standing, true);
        if (columns.Contains(RollColumn.Mark)) row.Mark = line.Mark;
        if (columns.Contains(RollColumn.Rights)) row.Rights = line.Rights;
        if (columns.Contains(RollColumn.Born)) row.Born = line.Born;
        if (columns.Contains(RollColumn.Strokes)) row.Strokes = line.Strokes;
        if (columns.Contains(RollColumn.Post)) row.Post = line.Post;
        if (columns.Contains(RollColumn.ExcludedFor)) (row.ExcludedFor, row.ExcludedEvidence) = (line.ExcludedFor, line.Evidence);
    }
}
