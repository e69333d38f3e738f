using Gongtui.Host.Boxes;

namespace Gongtui.Host.Persistence.Sqlite.Boxes;

/// <summary>Questions that need no writer. Never reads a sheet.</summary>
internal sealed class BoxReader(string file)
{
    public bool HasCast(string box, string elector)
    {
        using var connection = BoxSchema.OpenReader(file);
        using var command = BoxSchema.Prepare(
            connection, "SELECT has_cast FROM elector WHERE person = $2 AND box = (SELECT id FROM box WHERE name = $1)", 2);
        return command.With(box, elector).ExecuteScalar() is 1L;
    }

    public Turnout? Turnout(string box)
    {
        using var connection = BoxSchema.OpenReader(file);
        using var command = BoxSchema.Prepare(
            connection,
            "SELECT b.electors, (SELECT COUNT(*) FROM elector e WHERE e.box = b.id AND e.has_cast = 1) FROM box b WHERE b.name = $1",
            1);
        using var row = command.With(box).ExecuteReader();
        return row.Read() ? new Turnout(row.GetInt32(0), row.GetInt32(1)) : null;
    }

    public IReadOnlyList<byte[]>? Leaves(string box)
    {
        using var connection = BoxSchema.OpenReader(file);
        using var sealedBox = BoxSchema.Prepare(connection, "SELECT id FROM box WHERE name = $1 AND state <> $2", 2);
        if (sealedBox.With(box, BoxSchema.Open).ExecuteScalar() is not long id) return null;
        // The keys of a sealed box are its leaves; the primary key gives them in order.
        using var command = BoxSchema.Prepare(connection, "SELECT key FROM sheet WHERE box = $1 ORDER BY key", 1);
        using var rows = command.With(id).ExecuteReader();
        var leaves = new List<byte[]>();
        while (rows.Read()) leaves.Add(rows.GetFieldValue<byte[]>(0));
        return leaves;
    }
}
