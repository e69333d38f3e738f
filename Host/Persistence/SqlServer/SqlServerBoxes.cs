using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>The boxes on a SQL Server, in a schema of their own; <c>ConnectionStrings:Boxes</c> moves them to a database or server of their own,
/// which is the only way to leave them out of the backups of the rest.</summary>
/// <remarks>
/// The rows lie in the order of random keys. With row versions the rows of one transaction carry its number as long as a box is open; sealing writes all
/// of them anew, and <see cref="Scrub"/> overwrites what was freed (BALLOT 1). The log keeps every change until it is cut: keep the boxes' database in
/// the simple recovery model.
/// </remarks>
internal sealed class SqlServerBoxes(string connectionString) : IBoxSessions
{
    internal const string Schema = "boxes";

    private const string Roll = $"CREATE TABLE boxes.elector (box BIGINT NOT NULL, person NVARCHAR(200) COLLATE {SqlServerDb.Collation} NOT NULL, place BIGINT NOT NULL, PRIMARY KEY (box, person))";

    private const string MarkedRoll = "CREATE TABLE boxes.marked_roll (box BIGINT NOT NULL, part BIGINT NOT NULL, bits VARBINARY(512) NOT NULL, PRIMARY KEY (box, part))";

    internal static readonly FlagsInRows Earlier = new(
        "SELECT 1 WHERE COL_LENGTH(N'boxes.elector', N'has_cast') IS NOT NULL",
        "SELECT COUNT(*) FROM boxes.elector WITH (TABLOCKX, HOLDLOCK)",
        [$"EXEC sp_rename N'boxes.elector', N'{FlagsInRows.Old}'", "ALTER TABLE boxes.box ADD marked BIGINT NOT NULL DEFAULT 0", Roll, MarkedRoll], $"DROP TABLE boxes.{FlagsInRows.Old}");

    /// <summary>A schema must be the first word of its batch; the other statements look whether their table is there.</summary>
    internal static readonly IReadOnlyList<string> Tables =
    [
        "IF SCHEMA_ID(N'boxes') IS NULL EXEC(N'CREATE SCHEMA boxes')",
        $"""
        IF OBJECT_ID(N'boxes.box') IS NULL CREATE TABLE boxes.box (
            id BIGINT IDENTITY PRIMARY KEY,
            name NVARCHAR(200) COLLATE {SqlServerDb.Collation} NOT NULL,
            name_key AS CONVERT(VARBINARY(400), name) PERSISTED NOT NULL UNIQUE,
            state BIGINT NOT NULL,
            electors BIGINT NOT NULL,
            marked BIGINT NOT NULL,
            submitted BIGINT,
            root VARBINARY(64))
        """,
        $"IF OBJECT_ID(N'boxes.elector') IS NULL {Roll}",
        $"IF OBJECT_ID(N'boxes.marked_roll') IS NULL {MarkedRoll}",
        """
        IF OBJECT_ID(N'boxes.sheet') IS NULL CREATE TABLE boxes.sheet (
            box BIGINT NOT NULL,
            "key" VARBINARY(64) NOT NULL,
            salt VARBINARY(64) NOT NULL,
            content VARBINARY(MAX) NOT NULL,
            PRIMARY KEY (box, "key"))
        """,
    ];

    internal static readonly IReadOnlyList<string> Scrubbing =
    [
        "ALTER TABLE boxes.sheet REBUILD",
        "ALTER TABLE boxes.marked_roll REBUILD",
        "DECLARE @database sysname = DB_NAME(); EXEC sys.sp_clean_db_free_space @database",
    ];

    private readonly SqlServerSessions _sessions = new(connectionString, Schema);

    public string FindBox => "SELECT id, state, marked FROM box WITH (UPDLOCK) WHERE name = @name";

    public IDbSession OpenWriter()
    {
        var session = _sessions.OpenWriter();
        Earlier.Replace(session);
        foreach (var table in Tables)
            session.Execute(table);
        return session;
    }

    public T Read<T>(Func<IDbSession, T> read) => _sessions.Read(read);

    /// <summary>The server's log is not a client's to empty.</summary>
    public void Rest(IDbSession session)
    {
    }

    public void Scrub(IDbSession session)
    {
        foreach (var statement in Scrubbing)
            session.Execute(statement);
    }

    public void Dispose() => _sessions.Dispose();
}
