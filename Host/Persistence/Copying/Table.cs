namespace Gongtui.Host.Persistence.Copying;

/// <summary>What a column holds. Between databases it travels as a <see cref="long"/>, a text, bytes or null.</summary>
public enum ColumnKind
{
    /// <summary>64 bits.</summary>
    Number,

    /// <summary>32 bits.</summary>
    Small,

    /// <summary>0 or 1.</summary>
    Flag,

    Text,

    Bytes,

    /// <summary>"yyyy-MM-dd".</summary>
    Date,
}

public sealed record Column(string Name, ColumnKind Kind);

/// <summary>A table that is copied as a whole.</summary>
/// <param name="Said">Its name as statements write it.</param>
/// <param name="Columns">All of them but those that a database computes.</param>
/// <param name="Order">Names of the columns of its key: rows are read in that order, never in the order in which they came.</param>
/// <param name="Counted">The column that a database counts up for new rows; null when there is none.</param>
/// <param name="Where">Which rows belong to the copy, as a condition; null: all.</param>
public sealed record Table(string Said, IReadOnlyList<Column> Columns, IReadOnlyList<string> Order, string? Counted = null, string? Where = null)
{
    /// <summary>The name alone.</summary>
    public string Name => Said.Trim('"');

    /// <summary>The columns as statements write them: one may be called like a word of SQL.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    public string Select =>
        $"SELECT {ColumnList} FROM {Said}{(Where is null ? "" : $" WHERE {Where}")} ORDER BY {string.Join(", ", Order.Select(column => $"\"{column}\""))}";

    /// <summary>How many rows there are, of the copy or not.</summary>
    public string Count => $"SELECT count(*) FROM {Said}";
}
