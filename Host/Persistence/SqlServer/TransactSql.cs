using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>Says the product's statements in SQL Server's words. Five things differ: how a list is cut off, how a statement gives back a column
/// of the row that it wrote, how a row is only written when it is new, that names are equal to it which differ in blanks at their end, and that a
/// connection cannot choose a schema.</summary>
internal static partial class TransactSql
{
    private static readonly ConcurrentDictionary<(string Sql, string? Schema), string> Said = new();

    /// <summary>The same statement for SQL Server.</summary>
    /// <param name="schema">Where its tables lie; null for the usual place.</param>
    public static string From(string sql, string? schema = null) => Said.GetOrAdd((sql, schema), Translate);

    /// <summary>The table's name in full.</summary>
    public static string Table(string table, string? schema) => schema is null ? table : $"{schema}.{table}";

    private static string Translate((string Sql, string? Schema) said)
    {
        var sql = said.Sql;
        sql = Limit().Replace(sql, "OFFSET 0 ROWS FETCH NEXT $1 ROWS ONLY");
        // The lock keeps the gap: of two that look at once, one waits.
        sql = InsertOnce().Replace(sql, "INSERT INTO $1 ($2) OUTPUT inserted.$5 SELECT $3 WHERE NOT EXISTS (SELECT 1 FROM $1 WITH (UPDLOCK, HOLDLOCK) WHERE $4 = @$4)");
        sql = Insert().Replace(sql, "INSERT INTO $1 ($2) OUTPUT inserted.$4 VALUES ($3)");
        sql = Update().Replace(sql, "UPDATE $1 SET $2 OUTPUT inserted.$4 WHERE $3");
        // The bytes of a name stand beside it.
        sql = Name().Replace(sql, "name_key = CONVERT(VARBINARY(400), @name)");
        return said.Schema is null ? sql : TableName().Replace(sql, $"$1 {Table("$2", said.Schema)}");
    }

    [GeneratedRegex(@"\bLIMIT (@?\w+)\s*$")]
    private static partial Regex Limit();

    [GeneratedRegex(@"^INSERT INTO (\w+) \(([^)]*)\) VALUES \(([^)]*)\) ON CONFLICT \((\w+)\) DO NOTHING RETURNING (\w+)$")]
    private static partial Regex InsertOnce();

    [GeneratedRegex(@"^INSERT INTO (\w+) \(([^)]*)\) VALUES \(([^)]*)\) RETURNING (\w+)$")]
    private static partial Regex Insert();

    [GeneratedRegex(@"\bname = @name\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"^UPDATE (\w+) SET (.+) WHERE (.+) RETURNING (\w+)$")]
    private static partial Regex Update();

    /// <summary>A table that is not yet named in full.</summary>
    [GeneratedRegex(@"\b(FROM|INTO|UPDATE) (\w+)\b(?!\.)")]
    private static partial Regex TableName();
}
