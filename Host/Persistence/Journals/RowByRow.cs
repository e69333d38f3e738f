using Gongtui.Host.Persistence.Copying;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>Inserts rows where the database has no faster way for many of them.</summary>
internal static class RowByRow
{
    /// <summary>A statement for each row; the names of its values are those of the columns.</summary>
    public static void Insert(IDbSession session, string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> rows) => Rows(session, table, columns, rows);

    /// <summary>The same for rows of another database.</summary>
    public static void Load(IDbSession session, Table table, IReadOnlyList<object?[]> rows) => Rows(session, table.Said, [.. table.Columns.Select(column => column.Name)], rows);

    private static void Rows(IDbSession session, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        // In quotes: a column may be called like a word of SQL.
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        string[] names = [.. columns.Select(column => $"@{column}")];
        foreach (var row in rows)
            session.Execute(sql, [.. names.Select((name, index) => (name, row[index]))]);
    }
}
