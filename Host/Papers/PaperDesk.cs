using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Audit;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Papers;

/// <summary>What of the papers of an election can be written now.</summary>
[AllowedTo]
public sealed record ListPapers(string Instance) : IQuery<PaperList>;

/// <summary>A form with its papers; none before their time.</summary>
public sealed record PaperLine(PaperKind Kind, int Papers);

/// <param name="MayEdit">Whether the caller may change the unit's templates.</param>
public sealed record PaperList(PaperSource Source, IReadOnlyList<PaperLine> Lines, bool MayEdit);

/// <summary>The papers of one form.</summary>
[AllowedTo]
public sealed record FindPapers(string Instance, string Kind) : IQuery<PaperSet>;

/// <summary>Papers with what they were written from.</summary>
/// <param name="Template">The template of the election's unit.</param>
public sealed record PaperSet(PaperKind Kind, PaperSource Source, IReadOnlyList<Paper> Papers, byte[] Template);

public sealed class PaperHandlers(AuditDoor door, JournalReader reader, ElectionDesk desk, Language language, GongtuiDb db, CallerAccessor callers) :
    IRequestHandler<ListPapers, Result<PaperList>>,
    IRequestHandler<FindPapers, Result<PaperSet>>
{
    public async Task<Result<PaperList>> Handle(ListPapers request, CancellationToken cancellationToken)
    {
        var source = await SourceAsync(request.Instance, cancellationToken);
        if (!source.Accepted) return source.Refusal;
        return new PaperList(
            source.Value, [.. PaperKinds.All.Select(kind => new PaperLine(kind, kind.Write(source.Value).Count()))],
            source.Value.Election.Unit is { } unit && callers.Current.HasIn(unit.Id, Roles.Staff));
    }

    public async Task<Result<PaperSet>> Handle(FindPapers request, CancellationToken cancellationToken)
    {
        if (PaperKinds.Find(request.Kind) is not { } kind) return Refusals.NotFound(new("这种表格", "This form"), request.Kind);
        var source = await SourceAsync(request.Instance, cancellationToken);
        if (!source.Accepted) return source.Refusal;
        var papers = kind.Write(source.Value).ToList();
        if (papers.Count == 0)
        {
            return new Refusal(
                RefusalKinds.Time, new($"现在还没有可以填写“{kind.Name.Zh}”的内容。", $"There is nothing for “{kind.Name.En}” yet."),
                NextStep: new("请在有关环节办完后再来；选举结果在宣布后才能打印。", "Come back when the step is done; results are printed after the announcement."));
        }

        return new PaperSet(kind, source.Value, papers, await db.TemplateAsync(source.Value.Election.Unit?.Id ?? "", kind.Id, cancellationToken));
    }

    private async Task<Result<PaperSource>> SourceAsync(string instance, CancellationToken cancellationToken)
    {
        // Names, recommendations and findings are for those who work on the election, not for every member of the unit.
        var opened = await door.OpenAsync(instance, cancellationToken, Roles.Staff, Roles.Superior, Roles.Committee, Roles.Investigator, Roles.Auditor);
        if (!opened.Accepted) return opened.Refusal;
        var newest = opened.Value.Newest;
        var entries = await reader.EntriesAsync(instance, 0, opened.Value.Last, cancellationToken);
        return new PaperSource(newest.State.Election(), entries, Convert.ToHexStringLower(newest.Hash), newest.State.Sequence, desk.Today, language.T).Read();
    }
}

/// <summary>Templates lie among the settings of the installation, and are copied with them.</summary>
public static class PaperTemplateStore
{
    /// <summary>For every form of a unit that has no template of its own.</summary>
    public const string AllForms = "all";

    public static string Key(string unit, string kind) => $"template:{unit}:{kind}";

    /// <summary>The unit's template of the form, else its template of all forms, else the shipped one.</summary>
    public static async Task<byte[]> TemplateAsync(this GongtuiDb db, string unit, string kind, CancellationToken cancellationToken)
    {
        string[] keys = [Key(unit, kind), Key(unit, AllForms)];
        var rows = await db.Settings.AsNoTracking().Where(row => keys.Contains(row.Key)).ToListAsync(cancellationToken);
        var row = rows.OrderBy(row => row.Key == keys[0] ? 0 : 1).FirstOrDefault();
        return row is null ? ShippedTemplate.Bytes : Convert.FromBase64String(row.Value);
    }
}
