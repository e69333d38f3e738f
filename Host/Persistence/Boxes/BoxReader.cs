using Gongtui.Host.Boxes;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>Questions that need no writer. Never reads a sheet.</summary>
internal sealed class BoxReader(IBoxSessions sessions)
{
    public bool HasCast(string box, string elector) => sessions.Read(db =>
        db.Read("SELECT box, place FROM elector WHERE person = @person AND box = (SELECT id FROM box WHERE name = @name)",
            row => (Box: row.Number(0), Place: row.Number(1)), ("@person", elector), ("@name", box)) is [var (id, place)] && MarkedRoll.IsMarked(db, id, place));

    public Turnout? Turnout(string box) => sessions.Read(db => db.Read(
        "SELECT electors, marked FROM box WHERE name = @name",
        row => new Turnout((int)row.Number(0), (int)row.Number(1)), ("@name", box))) is [var turnout] ? turnout : null;

    /// <summary>The keys of a sealed box are its leaves.</summary>
    public IReadOnlyList<byte[]>? Leaves(string box) => sessions.Read(db =>
        db.Scalar("SELECT id FROM box WHERE name = @name AND state <> @open", ("@name", box), ("@open", BoxState.Open)) is long id
            ? db.Read("SELECT \"key\" FROM sheet WHERE box = @box ORDER BY \"key\"", row => row.Bytes(0), ("@box", id)) : null);
}
