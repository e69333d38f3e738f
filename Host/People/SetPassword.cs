using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Gongtui.Host.People;

/// <summary>An administrator sets a person's password and tells it to them; every session of the person ends.</summary>
[AllowedTo(Roles.Admin)]
public sealed record SetPassword(string Id, string Password) : ICommand<Done>;

public sealed class SetPasswordHandler(GongtuiDb db, PeopleDirectory people, PasswordHasher<PersonRow> hasher)
    : IRequestHandler<SetPassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(SetPassword request, CancellationToken cancellationToken)
    {
        if (await db.People.FindAsync([request.Id], cancellationToken) is not { } row)
            return Refusals.NotFound(new("这个人", "This person"), request.Id);
        if (row.Login is not { } login)
            return Refusals.Invalid(new("请先给这个人一个用户名。", "Give the person a name to sign in with first."));
        if (Passwords.Check(login, request.Password) is { } refusal) return refusal;
        hasher.Set(row, request.Password);
        await db.SaveChangesAsync(cancellationToken);
        people.Forget();
        return Done.Instance;
    }
}
