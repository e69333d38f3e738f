using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Identity;

/// <summary>The caller's keys that are in force.</summary>
[AllowedTo]
public sealed record MyApiKeys : IQuery<IReadOnlyList<ApiKeyRow>>;

/// <summary>Makes a key for the caller. The answer is its text, which is shown this once.</summary>
[AllowedTo]
public sealed record CreateApiKey(string Name) : ICommand<string>, IChecked
{
    public Refusal? Check() => Name.Trim().Length is > 0 and <= 64
        ? null
        : Refusals.Invalid(new("请给密钥起个名字，最多 64 个字。", "Give the key a name of at most 64 characters."));
}

/// <summary>Takes one of the caller's keys out of force, for ever.</summary>
[AllowedTo]
public sealed record RevokeApiKey(string Id) : ICommand<Done>;

public sealed class ApiKeyHandlers(GongtuiDb db, CallerAccessor callers, TimeProvider time) :
    IRequestHandler<MyApiKeys, Result<IReadOnlyList<ApiKeyRow>>>,
    IRequestHandler<CreateApiKey, Result<string>>,
    IRequestHandler<RevokeApiKey, Result<Done>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<ApiKeyRow>>> Handle(MyApiKeys request, CancellationToken cancellationToken) =>
        await Mine().AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync(cancellationToken);

    public async Task<Result<string>> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        if (await Mine().CountAsync(cancellationToken) >= Most)
            return Refusals.Invalid(new($"密钥最多 {Most} 个。", $"There can be {Most} keys at most."));
        var (text, row) = ApiKeys.Create(callers.Current.Id, request.Name.Trim(), time.GetUtcNow());
        db.ApiKeys.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return text;
    }

    public async Task<Result<Done>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        if (await Mine().FirstOrDefaultAsync(key => key.Id == request.Id, cancellationToken) is not { } row)
            return Refusals.NotFound(new("这个密钥", "This key"), request.Id);
        row.RevokedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }

    private IQueryable<ApiKeyRow> Mine()
    {
        var me = callers.Current.Id;
        return db.ApiKeys.Where(key => key.Person == me && key.RevokedAt == null);
    }
}
