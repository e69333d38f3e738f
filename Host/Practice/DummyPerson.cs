using Gongtui.Activities;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Practice;

/// <summary>An invented person through whose eyes a rehearsal can be looked at.</summary>
/// <param name="What">What they are there for.</param>
public sealed record DummyPerson(string Id, string Name, Text What)
{
    /// <summary>Those who run an election: each role once, and one more where four eyes are needed.</summary>
    internal static IReadOnlyList<(string Id, string Name, string Role, bool Everywhere)> Office { get; } =
    [
        ("dummy-staff", "演练工作人员甲", Roles.Staff, false),
        ("dummy-staff-2", "演练工作人员乙", Roles.Staff, false),
        ("dummy-superior", "演练上级甲", Roles.Superior, true),
        ("dummy-superior-2", "演练上级乙", Roles.Superior, true),
        ("dummy-committee", "演练委员会", Roles.Committee, false),
        ("dummy-investigator", "演练考察组甲", Roles.Investigator, true),
        ("dummy-investigator-2", "演练考察组乙", Roles.Investigator, true),
        ("dummy-auditor", "演练监督员", Roles.Auditor, true),
    ];

    internal static PersonRow Row(string id, string name, string? unit, Standing standing, int strokes = 0, DateOnly? born = null) =>
        new() { Id = id, Name = name, Unit = unit, Standing = standing, Strokes = strokes, Born = born, Stamp = "practice" };
}
