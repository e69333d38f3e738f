using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Papers;

/// <summary>Which forms of a unit have a template of their own.</summary>
[AllowedTo(Roles.Staff)]
public sealed record ListTemplates(string Unit) : IQuery<TemplateList>, IForUnit;

public sealed record TemplateList(UnitRow Unit, IReadOnlySet<string> Own);

/// <summary>The template that a unit uses for a form.</summary>
[AllowedTo(Roles.Staff)]
public sealed record FindTemplate(string Unit, string Kind) : IQuery<byte[]>, IForUnit;

/// <summary>Keeps a file for a look at it; nothing is replaced. A file that cannot be a template is refused as when it is adopted.</summary>
[AllowedTo(Roles.Staff)]
public sealed record LookAtTemplate(string Unit, string Kind, ReadOnlyMemory<byte> Bytes) : ICommand<Done>, IForUnit, IChecked
{
    public Refusal? Check() => new SaveTemplate(Unit, Kind, Bytes).Check();
}

/// <summary>Puts the file that was looked at last in place of the present template.</summary>
[AllowedTo(Roles.Staff)]
public sealed record AdoptTemplate(string Unit) : ICommand<Done>, IForUnit;

/// <summary>Puts a template of the office's own in place of the present one; a file that cannot be one changes nothing.</summary>
[AllowedTo(Roles.Staff)]
public sealed record SaveTemplate(string Unit, string Kind, ReadOnlyMemory<byte> Bytes) : ICommand<Done>, IForUnit, IChecked
{
    public Refusal? Check() => Kind == PaperTemplateStore.AllForms || PaperKinds.Find(Kind) is not null
        ? PaperTemplate.Check(Bytes.ToArray())
        : Refusals.NotFound(new("这种表格", "This form"), Kind);
}

/// <summary>Goes back to the shipped template.</summary>
[AllowedTo(Roles.Staff)]
public sealed record ResetTemplate(string Unit, string Kind) : ICommand<Done>, IForUnit;

public sealed class TemplateHandlers(GongtuiDb db, TemplateDrafts drafts, CallerAccessor callers) :
    IRequestHandler<ListTemplates, Result<TemplateList>>,
    IRequestHandler<FindTemplate, Result<byte[]>>,
    IRequestHandler<SaveTemplate, Result<Done>>,
    IRequestHandler<LookAtTemplate, Result<Done>>,
    IRequestHandler<AdoptTemplate, Result<Done>>,
    IRequestHandler<ResetTemplate, Result<Done>>
{
    public async Task<Result<TemplateList>> Handle(ListTemplates request, CancellationToken cancellationToken)
    {
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(unit => unit.Id == request.Unit, cancellationToken) is not { } unit)
            return Refusals.NotFound(new("这个单位", "This unit"), request.Unit);
        var prefix = PaperTemplateStore.Key(request.Unit, "");
        var keys = await db.Settings.AsNoTracking().Where(row => row.Key.StartsWith(prefix)).Select(row => row.Key).ToListAsync(cancellationToken);
        return new TemplateList(unit, keys.Select(key => key[prefix.Length..]).ToHashSet(StringComparer.Ordinal));
    }

    public async Task<Result<byte[]>> Handle(FindTemplate request, CancellationToken cancellationToken) =>
        await db.TemplateAsync(request.Unit, request.Kind, cancellationToken);

    public async Task<Result<Done>> Handle(SaveTemplate request, CancellationToken cancellationToken)
    {
        var key = PaperTemplateStore.Key(request.Unit, request.Kind);
        var value = Convert.ToBase64String(request.Bytes.Span);
        if (await db.Settings.FindAsync([key], cancellationToken) is { } row) row.Value = value;
        else db.Settings.Add(new SettingRow { Key = key, Value = value });
        await db.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }

    public Task<Result<Done>> Handle(LookAtTemplate request, CancellationToken cancellationToken)
    {
        drafts.Keep(callers.Current.Id, request.Unit, request.Kind, request.Bytes.ToArray());
        return Task.FromResult<Result<Done>>(Done.Instance);
    }

    public async Task<Result<Done>> Handle(AdoptTemplate request, CancellationToken cancellationToken) =>
        drafts.Find(callers.Current.Id, request.Unit) is { } draft
            ? await Handle(new SaveTemplate(request.Unit, draft.Kind, draft.Bytes), cancellationToken)
            : Refusals.NotFound(new("预览的模板", "The template that was looked at"), request.Unit) with { NextStep = new("请重新上传。", "Upload it again.") };

    public async Task<Result<Done>> Handle(ResetTemplate request, CancellationToken cancellationToken)
    {
        await db.Settings.Where(row => row.Key == PaperTemplateStore.Key(request.Unit, request.Kind)).ExecuteDeleteAsync(cancellationToken);
        return Done.Instance;
    }
}
