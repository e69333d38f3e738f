using Gongtui.Activities;

namespace Gongtui.Host.Identity;

/// <summary>The roles of the product. Members and masses follow from the roll, the others are granted.</summary>
public static class Roles
{
    public const string Admin = "admin";
    public const string Auditor = "auditor";
    public const string Committee = "committee";
    public const string Designer = "designer";
    public const string Investigator = "investigator";
    public const string Masses = "masses";
    public const string Member = "member";
    public const string Probationary = "probationary";
    public const string Staff = "staff";
    public const string Superior = "superior";
    public const string Teller = "teller";

    private static readonly Dictionary<string, Text> Names = new()
    {
        [Admin] = new("管理员", "Administrator"),
        [Auditor] = new("监督员", "Auditor"),
        [Committee] = new("党组织委员", "Committee member"),
        [Designer] = new("程序设计员", "Procedure designer"),
        [Investigator] = new("考察组成员", "Investigator"),
        [Masses] = new("群众", "Masses"),
        [Member] = new("党员", "Party member"),
        [Probationary] = new("预备党员", "Probationary member"),
        [Staff] = new("工作人员", "Staff"),
        [Superior] = new("上级党组织", "Superior organisation"),
        [Teller] = new("计票人、监票人", "Teller"),
    };

    /// <summary>Roles that an administrator can grant.</summary>
    public static IReadOnlyList<string> Grantable { get; } =
        [Staff, Superior, Committee, Investigator, Auditor, Designer, Admin];

    /// <summary>The role as people call it.</summary>
    public static Text Name(string role) => Names.GetValueOrDefault(role) ?? new(role, role);
}
