namespace Gongtui.Host.Persistence.Projecting;

/// <summary>A row that was read, by the positions of its columns from 0.</summary>
public interface IRow
{
    bool IsNull(int column);

    long Number(int column);

    string Text(int column);

    byte[] Bytes(int column);

    /// <summary>Whatever it is: a <see cref="long"/> (a flag is 0 or 1), a text (a day as "yyyy-MM-dd"), bytes or null.</summary>
    object? Value(int column);
}
