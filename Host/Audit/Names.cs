using System.Collections.Frozen;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;

namespace Gongtui.Host.Audit;

/// <summary>Names behind the ids of a record: first as the election's roll has them, then as the directory does.</summary>
public sealed class Names(Election election, FrozenDictionary<string, DirectoryEntry> directory)
{
    /// <summary>The printed name of a person; null for text that is no person id.</summary>
    public string? Find(string id) =>
        election.People.TryGetValue(id, out var person) ? person.Printed : directory.GetValueOrDefault(id)?.Caller.Name;

    /// <summary>Who caused something; the clock and the program itself have no id.</summary>
    public Text Actor(string? id) => id is null ? new("系统", "the system") : Same(Find(id) ?? id);

    /// <summary>A principal as people call it.</summary>
    public Text Principal(string principal) => principal.Split(':') switch
    {
        ["person", var id] => Same(Find(id) ?? id),
        ["role", var role] => Roles.Name(role),
        ["unit", _, var role] => Roles.Name(role),
        _ => Same(principal),
    };

    private static Text Same(string text) => new(text, text);
}
