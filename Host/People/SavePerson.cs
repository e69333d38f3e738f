using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.People;

/// <summary>What an administrator says about a person. Running elections keep the roll that they were started with.</summary>
/// <param name="Grants">All roles that the person is to hold: "role" everywhere or "role@unit".</param>
/// <param name="Born">For the statistics; null when it is not known.</param>
/// <param name="Active">False closes the account and ends its sessions; nothing is ever deleted.</param>
[AllowedTo(Roles.Admin)]
public sealed record SavePerson(
    string Id, string Name, string? Mark, string? Post, int Strokes, Standing Standing, Rights Rights, string? Login, bool Active,
    IReadOnlyList<string> Grants, DateOnly? Born = null) : ICommand<Done>, IChecked
{
    // Who may change people or procedures may do so for everybody: there is no half of these two.
    private static readonly string[] OnlyEverywhere = [Roles.Admin, Roles.Designer];

    public Refusal? Check()
    {
        if (Name.Trim().Length is 0 or > 64 || Mark?.Length > 32 || Post?.Length > 64 || Login?.Length > 64 || Strokes is < 0 or > 64)
            return Refusals.Invalid(new("姓名必填，各栏不要超长。", "A name is needed, and no field may be too long."));
        var odd = Grants.FirstOrDefault(grant => grant.Split('@') is not [var role, ..] || !Roles.Grantable.Contains(role)
            || (grant.Contains('@', StringComparison.Ordinal) && OnlyEverywhere.Contains(role)));
        return odd is null ? null : Refusals.Invalid(new("没有这样的身份。", "There is no such role."), found: odd);
    }
}

public sealed class SavePersonHandler(GongtuiDb db, CallerAccessor callers, PeopleDirectory people) : IRequestHandler<SavePerson, Result<Done>>
{
    public async Task<Result<Done>> Handle(SavePerson request, CancellationToken cancellationToken)
    {
        if (await db.People.FindAsync([request.Id], cancellationToken) is not { } row)
            return Refusals.NotFound(new("这个人", "This person"), request.Id);
        if (request.Id == callers.Current.Id && !(request.Active && request.Grants.Contains(Roles.Admin)))
            return Refusals.Invalid(new("不能停用自己或取消自己的管理员身份。", "You cannot close your own account or give up your own administration."));
        if ((request.Standing == Standing.Outside) != (row.Unit is null))
            return Refusals.Invalid(new("在册与不在册之间不能改，请另加一人。", "Nobody moves on or off a roll this way; add a new person."));
        var login = string.IsNullOrWhiteSpace(request.Login) ? null : request.Login.Trim();
        if (login is not null && await db.People.AnyAsync(other => other.Login == login && other.Id != row.Id, cancellationToken))
            return Refusals.Invalid(new("这个用户名已有人使用。", "This name is taken."), found: login);
        var units = await db.Units.Select(unit => unit.Id).ToListAsync(cancellationToken);
        var grants = request.Grants.Distinct().Select(grant => grant.Split('@')).ToList();
        if (grants.FirstOrDefault(grant => grant.Length > 1 && !units.Contains(grant[1])) is { } odd)
            return Refusals.NotFound(new("这个单位", "This unit"), odd[1]);

        if (row.Unit is not null && request.Active && await NamesakesAsync(request, row.Unit, cancellationToken) is { } namesakes) return namesakes;
        Write(row, request, login);
        var wanted = grants.Select(grant => (Role: grant[0], Unit: grant.Length > 1 ? grant[1] : "")).ToHashSet();
        var held = await db.Grants.Where(grant => grant.Person == row.Id).ToListAsync(cancellationToken);
        db.Grants.RemoveRange(held.Where(grant => !wanted.Remove((grant.Role, grant.Unit))));
        db.Grants.AddRange(wanted.Select(grant => new GrantRow { Person = row.Id, Role = grant.Role, Unit = grant.Unit }));
        await db.SaveChangesAsync(cancellationToken);
        people.Forget();
        return Done.Instance;
    }

    /// <summary>Why this person could not be told apart from others on the roll, or null.</summary>
    private async Task<Refusal?> NamesakesAsync(SavePerson request, string unit, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        var others = await db.People.Where(other => other.Unit == unit && other.Active && other.Id != request.Id && other.Name == name)
            .Select(other => other.Mark).ToListAsync(cancellationToken);
        return Homonyms.Unclear(others.Append(Trimmed(request.Mark)).Select(mark => (name, mark))) is null
            ? null
            : Homonyms.Refuse(name, new(
                "请给每一名同名者各加标注：名册上另一人还没有标注的，用名册导入一次写上两人的标注。",
                "Give each of them a mark: where the other has none yet, import the roll with a mark for both."), "mark");
    }

    private static void Write(PersonRow row, SavePerson request, string? login)
    {
        (row.Name, row.Mark, row.Post, row.Strokes) = (request.Name.Trim(), Trimmed(request.Mark), Trimmed(request.Post), request.Strokes);
        (row.Standing, row.Rights, row.Login, row.Born) = (request.Standing, request.Rights, login, request.Born);
        if (login is null) row.PasswordHash = null;
        if (row.Active && !request.Active) row.Stamp = Guid.NewGuid().ToString("N");
        row.Active = request.Active;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
