using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Procedures.Overriding;

/// <summary>What was asked about versions, and what became of it; the oldest first.</summary>
[AllowedTo(Roles.Designer, Roles.Auditor, Roles.Staff, Roles.Superior)]
public sealed record FindOverrides(IReadOnlyList<string> VersionIds) : IQuery<KnownOverrides>;

public sealed record KnownOverrides(IReadOnlyList<KnownOverride> All);

public sealed class FindOverridesHandler(OverrideBook book) : IRequestHandler<FindOverrides, Result<KnownOverrides>>
{
    public async Task<Result<KnownOverrides>> Handle(FindOverrides request, CancellationToken cancellationToken) =>
        new KnownOverrides(await book.OfAsync(request.VersionIds, cancellationToken));
}
