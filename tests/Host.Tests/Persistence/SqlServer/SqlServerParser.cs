using Gongtui.Host.Persistence.SqlServer;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>Microsoft's own parser of what SQL Server understands.</summary>
internal static class SqlServerParser
{
    /// <summary>The oldest server whose words the product uses.</summary>
    private static TSqlParser Parser => new TSql150Parser(initialQuotedIdentifiers: true);

    /// <summary>What the parser has to say against a batch or a script; empty when it is Transact-SQL.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        using var text = new StringReader(sql);
        Parser.Parse(text, out var faults);
        return [.. faults.Select(fault => $"{fault.Message} (line {fault.Line}, column {fault.Column}) in: {sql}")];
    }

    /// <summary>A statement of the product as its session would send it.</summary>
    public static string AsSent(string sql, bool toBoxes) => TransactSql.From(sql, toBoxes ? SqlServerBoxes.Schema : null);
}
