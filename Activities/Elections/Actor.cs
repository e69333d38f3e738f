namespace Gongtui.Activities.Elections;

/// <summary>The person who acts, as the directory knows them at this moment.</summary>
/// <param name="Id">Person id.</param>
/// <param name="Name">Name for the record.</param>
/// <param name="Principals">Everything that they may act as; see <see cref="Elections.Principals"/>.</param>
public sealed record Actor(string Id, string Name, IReadOnlyList<string> Principals)
{
    /// <summary>Whether this person is meant by one of the principals.</summary>
    public bool IsOneOf(IEnumerable<string> principals) =>
        principals.Any(principal => principal == Elections.Principals.Person(Id) || Principals.Contains(principal));
}

/// <summary>Spelling of the principals that tasks are for: <c>person:ID</c>, <c>role:ROLE</c>, <c>unit:UNIT:ROLE</c>.</summary>
public static class Principals
{
    /// <summary>工作人员: prepares and records.</summary>
    public const string Staff = "staff";

    /// <summary>上级党组织: approves, reviews, ratifies.</summary>
    public const string Superior = "superior";

    /// <summary>党组织委员会 of the unit.</summary>
    public const string Committee = "committee";

    /// <summary>考察组.</summary>
    public const string Investigator = "investigator";

    /// <summary>党员 of the unit.</summary>
    public const string Member = "member";

    /// <summary>群众 of the unit.</summary>
    public const string Masses = "masses";

    /// <summary>One person.</summary>
    public static string Person(string id) => $"person:{id}";

    /// <summary>Whoever holds a role outside any unit.</summary>
    public static string Role(string role) => $"role:{role}";

    /// <summary>Whoever holds a role in a unit.</summary>
    public static string Unit(string unit, string role) => $"unit:{unit}:{role}";
}
