using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Projecting;

namespace Gongtui.Host.Persistence.Journals;

/// <summary>One connection to a database, for one thread at a time. A statement is known by its text and is prepared when it is first used;
/// the same text always comes with the same names of values.</summary>
/// <remarks>Values are numbers, texts, bytes or null.</remarks>
public interface IDbSession : IDisposable
{
    /// <returns>How many rows changed.</returns>
    int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <returns>The first column of the first row: a <see cref="long"/>, a text, bytes, or null when it is empty or there is no row.</returns>
    object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>All rows.</summary>
    IReadOnlyList<T> Read<T>(string sql, Func<IRow, T> row, params ReadOnlySpan<(string Name, object? Value)> values);

    /// <summary>Inserts many rows, in their order, as fast as the database takes them.</summary>
    /// <param name="rows">Each a value per column: a number, a text or bytes, of the same type in every row.</param>
    void InsertAll(string table, IReadOnlyList<string> columns, IReadOnlyList<object[]> rows) => RowByRow.Insert(this, table, columns, rows);

    /// <summary>Writes the rows of another database into an empty table, with the numbers that they had there.</summary>
    /// <param name="rows">Each a value per column: a <see cref="long"/>, a text, bytes or null.</param>
    void Load(Table table, IReadOnlyList<object?[]> rows) => RowByRow.Load(this, table, rows);

    /// <summary>Begins a transaction; two of one database may have to wait for each other.</summary>
    void Begin();

    /// <summary>Returns when the transaction is durable.</summary>
    void Commit();

    /// <summary>Undoes the transaction, if the database has not done so already.</summary>
    void RollBack();

    /// <summary>What else is lost with a statement that failed.</summary>
    Loss LossBy(Exception failure);
}

/// <summary>How far a failure reaches.</summary>
public enum Loss
{
    /// <summary>The statement and its transaction.</summary>
    None,

    /// <summary>The connection: whether the last transaction is stored is not known; a new connection may work.</summary>
    Connection,

    /// <summary>The disk: nobody knows what is on it before the program starts anew and looks.</summary>
    Disk,
}

/// <summary>Where the connections of a database come from.</summary>
public interface IDbSessions : IDisposable
{
    /// <summary>A connection that writes.</summary>
    IDbSession OpenWriter();

    /// <summary>Reads on a connection that does nothing else meanwhile.</summary>
    /// <param name="read">Is done with its rows when it returns.</param>
    T Read<T>(Func<IDbSession, T> read);
}

/// <summary>Where the connections of a journal database come from.</summary>
public interface IJournalSessions : IDbSessions
{
    /// <summary>For messages: a file's name, or a server's.</summary>
    string Name { get; }

    /// <summary>How many sessions may write at the same time. Bursts of one instance always go to the same.</summary>
    int Writers { get; }
}
