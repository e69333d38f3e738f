using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>The mark in a SQLite file whose contents live on a server now. It lies in the database itself: a copy of the file has it, too.</summary>
/// <remarks>Two installations that both take votes for one election are worse than none, so the mark is durable before the server's copy is.</remarks>
internal static class Moved
{
    /// <summary>Followed by the database's name. The server's copy may or may not be there: moving once more finds out and finishes.</summary>
    public const string Moving = "moving to ";

    public const string Done = "moved";

    private const string Key = "moved";

    /// <summary>Null, one that begins with <see cref="Moving"/>, or <see cref="Done"/>.</summary>
    public static string? MarkOf(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: > 0 }) return null;
        using var database = new Statements(file, SqliteOpenMode.ReadOnly);
        return database.Scalar("SELECT 1 FROM sqlite_master WHERE name = 'setting'") is null ? null
            : (string?)database.Scalar("SELECT value FROM setting WHERE key = @key", ("@key", Key));
    }

    public static void Mark(string file, string mark)
    {
        using var database = new Statements(file, SqliteOpenMode.ReadWrite);
        database.Script(SqliteSettings.Pragmas);
        database.Execute("INSERT INTO setting (key, value) VALUES (@key, @mark) ON CONFLICT (key) DO UPDATE SET value = @mark", ("@key", Key), ("@mark", mark));
    }

    /// <exception cref="CannotStartException">The data has moved.</exception>
    public static void ThrowIfMoved(string file)
    {
        switch (MarkOf(file))
        {
            case Done:
                throw new CannotStartException(
                    $"公推直选没有启动：{file} 里的数据已移到服务器数据库，这里只剩存档。请用移动时的 Database__Provider 和 ConnectionStrings__Default 启动。"
                    + $" | Gongtui did not start: the data of {file} has been moved to a server database; what is here is an archive. Start with the Database__Provider and ConnectionStrings__Default that it was moved to.");
            case { } moving:
                throw new CannotStartException(
                    $"公推直选没有启动：{file} 正移往服务器数据库而没有做完（{moving}）。请再执行一次同样的 Host -- move 。"
                    + $" | Gongtui did not start: {file} was being moved to a server database and that was not finished ({moving}). Execute the same Host -- move once more.");
            default:
                return;
        }
    }
}
