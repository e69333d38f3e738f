using System.Globalization;
using System.Text;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>How far a database had come, in a file of its own beside it: a number that only grows, written after each commit.</summary>
/// <remarks>SQLite takes a write-ahead log that was cut off, or an older file that was put in the place of the newest, for what there is; this number is how the
/// next start notices that something acknowledged is gone. It is not flushed: after a power cut it may be behind, and it is never ahead of what is durable.</remarks>
internal sealed class Height : IDisposable
{
    private const int Digits = 20;
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle _file;

    /// <param name="database">The file that it belongs to.</param>
    /// <param name="sql">The number, as a question to the database.</param>
    public Height(string database, string sql)
    {
        Sql = sql;
        _file = File.OpenHandle(FileOf(database), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    public string Sql { get; }

    public static string FileOf(string database) => database + "-height";

    /// <summary>Null when the database has never been written, or not since there are such files. A file that cannot be read says nothing.</summary>
    public static long? Of(string database) =>
        File.Exists(FileOf(database)) ? long.TryParse(File.ReadAllText(FileOf(database)), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0 : null;

    public void Write(long number) => RandomAccess.Write(_file, Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits) + "\n"), 0);

    public void Dispose() => _file.Dispose();
}
