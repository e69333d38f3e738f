namespace Gongtui.Host.Persistence.Projecting;

/// <summary>A row that was read, by the positions of its columns from 0.</summary>
public interface IRow
{
    bool IsNull(int column);

    long Number(int column);

    string Text(int column);

    byte[] Bytes(int column);
}
