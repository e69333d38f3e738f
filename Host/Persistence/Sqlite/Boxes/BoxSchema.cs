using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite.Boxes;

/// <summary>The file of the boxes: a database of its own, so that no backup or log of the other one carries a sheet.</summary>
internal static class BoxSchema
{
    public const int Open = 0;

    /// <summary>Sheets are rewritten in the order of their hashes; freed pages may still hold the old ones.</summary>
    public const int Sealed = 1;

    /// <summary>Freed pages and the write-ahead log are gone, too.</summary>
    public const int Scrubbed = 2;

    /// <remarks>
    /// Electors are written once, when the box opens, in the order of their ids; casting flips a flag in place and moves no
    /// byte else, so the register's pages tell nothing about the order of casting. Sheets have random keys and no rowid.
    /// No table knows a time.
    /// </remarks>
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS box (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            state INTEGER NOT NULL,
            electors INTEGER NOT NULL,
            submitted INTEGER,
            root BLOB);
        CREATE TABLE IF NOT EXISTS elector (
            number INTEGER PRIMARY KEY,
            box INTEGER NOT NULL,
            person TEXT NOT NULL,
            has_cast INTEGER NOT NULL,
            UNIQUE (box, person));
        CREATE TABLE IF NOT EXISTS sheet (
            box INTEGER NOT NULL,
            key BLOB NOT NULL,
            salt BLOB NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (box, key)) WITHOUT ROWID;
        """;

    /// <summary>A connection of the one writer; makes the tables on a first start.</summary>
    public static SqliteConnection OpenWriter(string file)
    {
        var connection = OpenReader(file);
        // VACUUM builds a copy of everything: in memory, never in a file of the temporary directory.
        Execute(connection, "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
        Execute(connection, Tables);
        return connection;
    }

    public static SqliteConnection OpenReader(string file)
    {
        var connection = new SqliteConnection(SqliteSettings.ConnectionString(file));
        connection.Open();
        Execute(connection, SqliteSettings.Pragmas);
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A prepared command whose parameters are $1, $2 …</summary>
    public static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return command;
    }
}
