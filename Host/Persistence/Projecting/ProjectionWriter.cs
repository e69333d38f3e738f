namespace Gongtui.Host.Persistence.Projecting;

/// <summary>Writes rows inside the transaction of one burst. SQL here is what every database of the product understands.</summary>
public abstract class ProjectionWriter
{
    private const int SequenceBits = 24;

    /// <summary>Number of the instance in this database.</summary>
    protected abstract long Number { get; }

    /// <summary>A row id that follows from the journal: the same after every rebuild, and growing with the entries of an instance.</summary>
    /// <param name="sequence">Of the entry that the row comes from.</param>
    public long RowId(long sequence) => sequence < 1L << SequenceBits
        ? (Number << SequenceBits) | sequence
        : throw new InvalidOperationException($"Entry {sequence} is beyond the {1 << SequenceBits} that a row id can name.");

    /// <returns>How many rows changed.</returns>
    public abstract int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Rows as they stand in this transaction.</summary>
    public abstract IReadOnlyList<T> Read<T>(string sql, Func<IRow, T> row, params ReadOnlySpan<(string Name, object? Value)> values);
}
