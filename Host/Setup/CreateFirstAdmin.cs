using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Setup;

/// <summary>Makes the first administrator of an installation that has none.</summary>
/// <param name="Code">The code from the console.</param>
[AllowedTo(Anyone = true)]
public sealed record CreateFirstAdmin(string Code, string Name, string Login, string Password) : ICommand<DirectoryEntry>, IChecked
{
    public Refusal? Check() => Name.Trim().Length is > 0 and <= 64 && Login.Trim().Length is > 0 and <= 64
        ? Passwords.Check(Login.Trim(), Password)
        : Refusals.Invalid(new("请填写姓名和用户名。", "Enter a name and a name to sign in with."));
}

public sealed class CreateFirstAdminHandler(
    GongtuiDb db, SetupCode code, PeopleDirectory people, PasswordHasher<PersonRow> hasher)
    : IRequestHandler<CreateFirstAdmin, Result<DirectoryEntry>>
{
    public async Task<Result<DirectoryEntry>> Handle(CreateFirstAdmin request, CancellationToken cancellationToken)
    {
        if (code.Text is null) return Problems.SetupDone;
        if (await db.People.AnyAsync(row => row.Login == request.Login.Trim(), cancellationToken))
            return Refusals.Invalid(new("这个用户名已有人使用。", "This name is taken."));
        if (!await code.TryUseAsync(request.Code)) return Problems.WrongCode;
        var person = new PersonRow
        {
            Id = "p-" + Guid.NewGuid().ToString("N")[..12],
            Name = request.Name.Trim(),
            Standing = Standing.Outside,
            Login = request.Login.Trim(),
            Stamp = "",
        };
        hasher.Set(person, request.Password);
        db.People.Add(person);
        db.Grants.Add(new GrantRow { Person = person.Id, Role = Roles.Admin, Unit = "" });
        await db.SaveChangesAsync(cancellationToken);
        people.Forget();
        return (await people.FindAsync(person.Id))!;
    }

    private static class Problems
    {
        public static readonly Refusal SetupDone = new(
            Kinds.NotFound,
            new("首次设置已经完成。", "The first set-up is done."),
            NextStep: new("请登录；其他管理员由现有管理员添加。", "Sign in; an administrator adds further ones."));

        public static readonly Refusal WrongCode = new(
            Kinds.Forbidden,
            new("设置码不对。", "The set-up code is wrong."),
            NextStep: new("请看服务器启动时打印的设置码。", "Look at the code that the server printed when it started."));
    }
}
