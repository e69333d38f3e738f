using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Projecting;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>Copies tables from one database to another, whichever they are, and compares them.</summary>
/// <param name="said">Progress is written here.</param>
internal sealed class TableCopy(TextWriter said)
{
    private const int RowsAtOnce = 1000;
    private const int BytesAtOnce = 8 << 20;

    /// <summary>Copies all rows and reads them back.</summary>
    /// <param name="from">In a transaction that sees one moment.</param>
    /// <param name="to">In a transaction that is not committed here; the tables are empty.</param>
    /// <exception cref="CopyException">What arrived is not what was sent.</exception>
    public void Copy(IDbSession from, IDbSession to, IReadOnlyList<Table> tables)
    {
        foreach (var table in tables)
        {
            var sent = Send(from, to, table);
            Compare(sent, ContentOf(to, table), table);
            if (sent.Rows > 0) said.WriteLine($"  {table.Name}：{sent.Rows}");
        }
    }

    /// <summary>Compares two databases that should hold the same.</summary>
    /// <exception cref="CopyException">They do not.</exception>
    public static void Compare(IDbSession from, IDbSession to, IReadOnlyList<Table> tables)
    {
        foreach (var table in tables)
            Compare(ContentOf(from, table), ContentOf(to, table), table);
    }

    /// <returns>A table with rows in it; null when there is none.</returns>
    public static string? Taken(IDbSession db, IReadOnlyList<Table> tables) => tables.FirstOrDefault(table => db.Scalar(table.Count) is not 0L)?.Name;

    private static void Compare(Content sent, Content arrived, Table table)
    {
        if (!arrived.Equals(sent))
        {
            throw new CopyException(
                $"表 {table.Name} 没有完整到达：{arrived.Rows} 行，应为 {sent.Rows} 行且内容相同。目标没有改动，请重试",
                $"table {table.Name} did not arrive as it was: {arrived.Rows} rows of {sent.Rows}, or other contents. The target is unchanged; try again");
        }
    }

    private Content Send(IDbSession from, IDbSession to, Table table)
    {
        var (content, batch, bytes) = (new Content(), new List<object?[]>(), 0L);
        void Flush()
        {
            to.Load(table, batch);
            batch.Clear();
            bytes = 0;
        }

        from.Read(table.Select, row =>
        {
            var values = ValuesOf(row, table);
            content.Add(values);
            batch.Add(values);
            bytes += values.Sum(value => value is byte[] { Length: var length } ? length : 0);
            if (batch.Count >= RowsAtOnce || bytes >= BytesAtOnce) Flush();
            if (content.Rows % (100 * RowsAtOnce) == 0) said.WriteLine($"  {table.Name}：{content.Rows}…");
            return true;
        });
        if (batch.Count > 0) Flush();
        return content;
    }

    private static Content ContentOf(IDbSession db, Table table)
    {
        var content = new Content();
        db.Read(table.Select, row =>
        {
            content.Add(ValuesOf(row, table));
            return true;
        });
        return content;
    }

    private static object?[] ValuesOf(IRow row, Table table) => [.. table.Columns.Select((_, column) => row.Value(column))];
}
