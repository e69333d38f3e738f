using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>The file of the boxes: a database of its own, so that no backup or log of the other one carries a sheet.</summary>
internal sealed class SqliteBoxes(string file) : IBoxSessions
{
    /// <remarks>
    /// Electors are written once, when the box opens, in the order of their ids; casting sets a bit in place and moves no
    /// byte else, so the register's pages tell nothing about the order of casting. Sheets have random keys and no rowid.
    /// No table knows a time.
    /// </remarks>
    private const string Tables = $"""
        CREATE TABLE IF NOT EXISTS box (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            state INTEGER NOT NULL,
            electors INTEGER NOT NULL,
            marked INTEGER NOT NULL,
            submitted INTEGER,
            root BLOB);
        {Roll};
        {MarkedRoll};
        CREATE TABLE IF NOT EXISTS sheet (
            box INTEGER NOT NULL,
            key BLOB NOT NULL,
            salt BLOB NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (box, key)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS height (number INTEGER NOT NULL);
        INSERT INTO height SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM height);
        """;

    private const string Roll =
        "CREATE TABLE IF NOT EXISTS elector (box INTEGER NOT NULL, person TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (box, person)) WITHOUT ROWID";

    private const string MarkedRoll =
        "CREATE TABLE IF NOT EXISTS marked_roll (box INTEGER NOT NULL, part INTEGER NOT NULL, bits BLOB NOT NULL, PRIMARY KEY (box, part)) WITHOUT ROWID";

    private static readonly FlagsInRows Earlier = new(
        "SELECT 1 FROM pragma_table_info('elector') WHERE name = 'has_cast'", null,
        [$"ALTER TABLE elector RENAME TO {FlagsInRows.Old}", "ALTER TABLE box ADD COLUMN marked INTEGER NOT NULL DEFAULT 0", Roll, MarkedRoll], $"DROP TABLE {FlagsInRows.Old}");

    private readonly SqliteSessions _sessions = new(file);

    /// <summary>A connection of the one writer; makes the tables on a first start.</summary>
    public IDbSession OpenWriter()
    {
        var statements = new Statements(file, SqliteOpenMode.ReadWriteCreate);
        statements.Script(SqliteSettings.Pragmas);
        // VACUUM builds a copy of everything: in memory, never in a file of the temporary directory.
        statements.Script("PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
        // The pages of a roll of half a million stay in memory while people cast; a box of forty takes three pages.
        statements.Script("PRAGMA wal_autocheckpoint=2000; PRAGMA cache_size=-16384;");
        Earlier.Replace(statements);
        statements.Script(Tables);
        statements.Measure(file, Soundness.BoxHeight, "UPDATE height SET number = number + 1");
        return statements;
    }

    public T Read<T>(Func<IDbSession, T> read) => _sessions.Read(read);

    /// <summary>In the write-ahead log the sheets of the last commits lie beside the flags of their electors.</summary>
    public void Rest(IDbSession session) => session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>Writes the file anew and empties the log: the old order of the sheets is nowhere any more.</summary>
    public void Scrub(IDbSession session)
    {
        session.Execute("VACUUM");
        Rest(session);
    }

    public void Dispose() => _sessions.Dispose();
}
