using System.Collections.Immutable;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Notices;

/// <summary>A notice as the election remembers it: who has read it, not its text.</summary>
public sealed record NoticeState(string Id, string Kind, string Title, IReadOnlyList<string> Audience, DateOnly On)
{
    /// <summary>Persons with a read receipt.</summary>
    public ImmutableSortedSet<string> Readers { get; init; } = [];

    /// <summary>Whether the notice is for this person.</summary>
    public bool Addresses(Person person) =>
        Audience.Contains(person.Kind == PersonKind.Masses ? Principals.Masses : Principals.Member);
}
