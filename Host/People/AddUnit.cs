using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.People;

/// <summary>A new unit. The answer is its id.</summary>
[AllowedTo(Roles.Admin)]
public sealed record AddUnit(string NameZh, string NameEn, string? Parent) : ICommand<string>, IChecked
{
    public Refusal? Check() => NameZh.Trim().Length is > 0 and <= 100 && NameEn.Trim().Length <= 100
        ? null
        : Refusals.Invalid(new("请填写单位名称，最多 100 个字。", "Enter the unit's name, at most 100 characters."));
}

public sealed class AddUnitHandler(GongtuiDb db, PeopleDirectory people) : IRequestHandler<AddUnit, Result<string>>
{
    public async Task<Result<string>> Handle(AddUnit request, CancellationToken cancellationToken)
    {
        var (zh, en) = (request.NameZh.Trim(), request.NameEn.Trim());
        if (await db.Units.AnyAsync(unit => unit.NameZh == zh, cancellationToken))
            return Refusals.Invalid(new("已有同名的单位。", "There is a unit of this name."), found: zh);
        if (request.Parent is { } parent && !await db.Units.AnyAsync(unit => unit.Id == parent, cancellationToken))
            return Refusals.NotFound(new("上级单位", "The unit above"), parent);
        var row = new UnitRow { Id = "u-" + Guid.NewGuid().ToString("N")[..10], NameZh = zh, NameEn = en.Length > 0 ? en : zh, Parent = request.Parent };
        db.Units.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        people.Forget();
        return row.Id;
    }
}
