using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Where the connections of the box database come from, and what each database has to do so that it forgets the order of casting.</summary>
internal interface IBoxSessions : IDbSessions
{
    /// <summary>Finds a box by its name, in a transaction: until it ends, no other process casts into that box or seals it. One that was cut off and comes
    /// back casts into an open box or not at all.</summary>
    string FindBox => "SELECT id, state, marked FROM box WHERE name = @name";

    /// <summary>After a second without work: empties what lies beside the tables.</summary>
    void Rest(IDbSession session);

    /// <summary>After a box was rewritten in the order of its hashes: frees what still holds the old rows.</summary>
    void Scrub(IDbSession session);
}
