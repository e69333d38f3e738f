using System.Collections.Frozen;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Identity;

/// <summary>A person who may sign in, with the stamp that their sessions must carry.</summary>
public sealed record DirectoryEntry(Caller Caller, Standing Standing, string Stamp);

/// <summary>Everybody who may act now and what they may act as, in memory: no request asks the database who its caller is.</summary>
/// <remarks>Whoever changes people or grants calls <see cref="Forget"/> after the commit.</remarks>
public sealed class PeopleDirectory
{
    private readonly IDbContextFactory<GongtuiDb> _databases;
    private readonly NodeNews _news;

    // A whole loading is replaced, never its outcome: one that began before a change cannot come back after it.
    private volatile Lazy<Task<FrozenDictionary<string, DirectoryEntry>>> _people;

    public PeopleDirectory(IDbContextFactory<GongtuiDb> databases, NodeNews news)
    {
        (_databases, _news) = (databases, news);
        _people = new(LoadAsync);
        news.Listen(NodeNews.People, _ => ForgetHere(), ForgetHere);
    }

    /// <summary>The person, or null when there is none or the account is closed.</summary>
    public async Task<DirectoryEntry?> FindAsync(string person) => (await AllAsync()).GetValueOrDefault(person);

    /// <summary>Everybody, by id.</summary>
    public async Task<FrozenDictionary<string, DirectoryEntry>> AllAsync()
    {
        try
        {
            return await _people.Value;
        }
        catch
        {
            ForgetHere();
            throw;
        }
    }

    /// <summary>The next question reads the database again, here and in every other process on it.</summary>
    public void Forget()
    {
        ForgetHere();
        _news.Tell(NodeNews.People);
    }

    private void ForgetHere() => _people = new(LoadAsync);

    private async Task<FrozenDictionary<string, DirectoryEntry>> LoadAsync()
    {
        await using var db = await _databases.CreateDbContextAsync();
        var grants = (await db.Grants.AsNoTracking().ToListAsync()).ToLookup(grant => grant.Person);
        var units = await db.Units.AsNoTracking().Select(unit => unit.Id).ToListAsync();
        var people = await db.People.AsNoTracking().Where(person => person.Active).ToListAsync();
        return people.ToFrozenDictionary(person => person.Id, person => Entry(person, grants[person.Id], units));
    }

    /// <summary>What a person may act as.</summary>
    /// <param name="units">Each of them is named for a role that is held everywhere.</param>
    internal static IEnumerable<string> PrincipalsOf(PersonRow person, IEnumerable<GrantRow> grants, IReadOnlyList<string> units)
    {
        var principals = grants
            .SelectMany(grant => grant.Unit.Length > 0
                ? [$"unit:{grant.Unit}:{grant.Role}"]
                : units.Select(unit => $"unit:{unit}:{grant.Role}").Append($"role:{grant.Role}"))
            .Append($"person:{person.Id}");
        return person.Unit is { } own ? principals.Concat(Groups(person.Standing).Select(group => $"unit:{own}:{group}")) : principals;
    }

    private static DirectoryEntry Entry(PersonRow person, IEnumerable<GrantRow> grants, IReadOnlyList<string> units) => new(
        new Caller(person.Id, person.Name, person.Unit, PrincipalsOf(person, grants, units).ToFrozenSet(StringComparer.Ordinal)), person.Standing, person.Stamp);

    /// <summary>Probationary members are members wherever no right of theirs is asked for; where one is, the roll decides.</summary>
    private static string[] Groups(Standing standing) => standing switch
    {
        Standing.Full => [Roles.Member],
        Standing.Probationary => [Roles.Member, Roles.Probationary],
        Standing.Masses => [Roles.Masses],
        _ => [],
    };
}
