using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Identity;

/// <summary>Checks a name and a password.</summary>
[AllowedTo(Anyone = true)]
public sealed record SignInWithPassword(string Login, string Password) : ICommand<DirectoryEntry>, IChecked
{
    public Refusal? Check() => Login.Length is > 0 and <= 128 && Password.Length is > 0 and <= 256
        ? null
        : Refusals.Invalid(new("请填写用户名和密码。", "Enter your name and password."));
}

public sealed class SignInWithPasswordHandler(
    GongtuiDb db, PeopleDirectory people, PasswordHasher<PersonRow> hasher, SignInThrottle throttle)
    : IRequestHandler<SignInWithPassword, Result<DirectoryEntry>>
{
    // Verified for unknown names, so that the time of the answer does not tell whether a name exists.
    private static readonly string Decoy = new PasswordHasher<PersonRow>().HashPassword(null!, "decoy");

    public async Task<Result<DirectoryEntry>> Handle(SignInWithPassword request, CancellationToken cancellationToken)
    {
        if (!throttle.MayTry(request.Login)) return TooMany();
        var row = await db.People.FirstOrDefaultAsync(person => person.Login == request.Login, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(row!, row?.PasswordHash ?? Decoy, request.Password);
        var person = row is null ? null : await people.FindAsync(row.Id);
        if (verdict == PasswordVerificationResult.Failed || row?.PasswordHash is null || person is null)
        {
            throttle.Failed(request.Login);
            return Wrong();
        }

        throttle.Succeeded(request.Login);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            row.PasswordHash = hasher.HashPassword(row, request.Password);
            await db.SaveChangesAsync(cancellationToken);
        }

        return person;
    }

    private static Refusal Wrong() => new(
        Kinds.SignInRequired,
        new("用户名或密码不对。", "The name or the password is wrong."),
        NextStep: new("请检查后重试；忘记密码请找管理员重设。", "Check both and try again; an administrator can set a new password."));

    private static Refusal TooMany() => new(
        Kinds.TooMany,
        new("这个用户名连续输错多次，已暂停登录。", "Too many wrong passwords for this name; it is locked for a while."),
        NextStep: new("请五分钟后再试。", "Try again in five minutes."));
}
