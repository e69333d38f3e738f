using System.Collections.Frozen;

namespace Gongtui.Host.Identity;

/// <summary>Who sends a request: a person with everything that they may act as, or nobody.</summary>
/// <param name="Id">Id of the person; empty for nobody.</param>
/// <param name="Name">As the roll shows it.</param>
/// <param name="Unit">The person's own unit, null for people on no roll.</param>
/// <param name="Principals">"person:id", "role:r" for a role everywhere, "unit:u:r" for a role in a unit;
/// who holds a role everywhere holds it in each unit, too.</param>
public sealed record Caller(string Id, string Name, string? Unit, FrozenSet<string> Principals)
{
    /// <summary>A visitor who is not signed in.</summary>
    public static Caller Nobody { get; } = new("", "", null, []);

    public bool IsSignedIn => Id.Length > 0;

    /// <summary>Roles held anywhere, for menus and pages that look across units.</summary>
    public FrozenSet<string> Roles { get; } =
        Principals.Where(principal => !principal.StartsWith("person:", StringComparison.Ordinal))
            .Select(principal => principal[(principal.LastIndexOf(':') + 1)..])
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Units in which the caller holds any role: the ones whose elections they may look at.</summary>
    public FrozenSet<string> Units { get; } =
        Principals.Where(principal => principal.StartsWith("unit:", StringComparison.Ordinal))
            .Select(principal => principal.Split(':')[1])
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Holds the role in any unit or everywhere.</summary>
    public bool Has(string role) => Roles.Contains(role);

    /// <summary>Holds the role in this unit or everywhere.</summary>
    public bool HasIn(string unit, string role) =>
        Principals.Contains($"unit:{unit}:{role}");

    /// <summary>Is one of these principals: the test behind every assignee list.</summary>
    public bool IsAnyOf(IEnumerable<string> principals) => principals.Any(Principals.Contains);
}
