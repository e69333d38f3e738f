using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>How boxes were stored at first: a flag in the row of each elector. Brings such tables to today's shape when a database is opened.</summary>
/// <param name="Find">Has a row when the tables are of that shape.</param>
/// <param name="Hold">Keeps other processes away until the end of the transaction; null where beginning it does that.</param>
/// <param name="SetAside">Renames the table to <see cref="Old"/>, and makes the others as they are today.</param>
/// <param name="Drop">Removes the old table.</param>
internal sealed record FlagsInRows(string Find, string? Hold, IReadOnlyList<string> SetAside, string Drop)
{
    /// <summary>The old table while its rows are brought over.</summary>
    public const string Old = "elector_flags";

    private const string Electors = $"SELECT box, person, has_cast FROM {Old} ORDER BY number";

    /// <summary>Every statement that only this sends; for tests.</summary>
    public IEnumerable<string> Statements => [Find, .. Hold is null ? [] : new[] { Hold }, .. SetAside, Electors, Drop];

    /// <summary>All of it or nothing; nothing when there is nothing to do.</summary>
    public void Replace(IDbSession session)
    {
        if (session.Scalar(Find) is null) return;
        session.Begin();
        try
        {
            if (Hold is not null) session.Execute(Hold);
            // Somebody else may have done it while this one waited.
            if (session.Scalar(Find) is not null) BringOver(session);
            session.Commit();
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private void BringOver(IDbSession session)
    {
        foreach (var statement in SetAside) session.Execute(statement);
        var electors = session.Read(Electors, row => (Box: row.Number(0), Person: row.Text(1), HasCast: row.Number(2) == 1));
        foreach (var box in electors.GroupBy(elector => elector.Box))
        {
            BoxWriter.WriteRoll(session, box.Key, [.. box.Select(elector => elector.Person)], [.. box.Select(elector => elector.HasCast)]);
            session.Execute("UPDATE box SET marked = @marked WHERE id = @id", ("@marked", (long)box.Count(elector => elector.HasCast)), ("@id", box.Key));
        }

        session.Execute(Drop);
    }
}
