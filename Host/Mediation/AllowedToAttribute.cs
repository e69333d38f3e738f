using Gongtui.Host.Identity;

namespace Gongtui.Host.Mediation;

/// <summary>Who may send a request. A request that declares nothing is refused to everybody.</summary>
/// <param name="roles">Any of these roles is enough; none means every person who is signed in.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowedToAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles { get; } = roles;

    /// <summary>Also for visitors who are not signed in.</summary>
    public bool Anyone { get; init; }

    /// <summary>Whether the caller has one of the roles, in the unit when the request is about one.</summary>
    public bool Allows(Caller caller, string? unit) =>
        Anyone || (caller.IsSignedIn && (Roles.Count == 0 || Roles.Any(role =>
            unit is null ? caller.Has(role) : caller.HasIn(unit, role))));
}
