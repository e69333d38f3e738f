using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Identity;

/// <summary>The caller's own password, with the old one as proof. Ends all other sessions; the answer carries the new one's entry.</summary>
[AllowedTo]
public sealed record ChangePassword(string Old, string New) : ICommand<DirectoryEntry>;

public sealed class ChangePasswordHandler(
    GongtuiDb db, CallerAccessor callers, PeopleDirectory people, PasswordHasher<PersonRow> hasher, SignInThrottle throttle)
    : IRequestHandler<ChangePassword, Result<DirectoryEntry>>
{
    public async Task<Result<DirectoryEntry>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var row = await db.People.SingleAsync(person => person.Id == callers.Current.Id, cancellationToken);
        if (row is not { Login: { } login, PasswordHash: { } hash })
            return Refusals.Invalid(new("这个账号不用密码登录。", "This account does not sign in by password."));
        if (!throttle.MayTry(login) || hasher.VerifyHashedPassword(row, hash, request.Old) == PasswordVerificationResult.Failed)
        {
            throttle.Failed(login);
            return Refusals.Invalid(new("原密码不对。", "The old password is wrong."));
        }

        if (Passwords.Check(login, request.New) is { } refusal) return refusal;
        hasher.Set(row, request.New);
        await db.SaveChangesAsync(cancellationToken);
        people.Forget();
        return (await people.FindAsync(row.Id))!;
    }
}
