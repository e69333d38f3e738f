using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>Looks at the files of an installation before anything is written into them.</summary>
/// <remarks>What this finds: a file that is gone, empty, shorter than it was or no database; broken pages (all of them in a file up to
/// <see cref="LargestWhole"/>, the first ones in a larger one); a log or a file that is older than what was acknowledged. A byte changed inside the text of an
/// entry is found by the chain when its journal is read, one inside a sealed box by its root.</remarks>
internal static class Soundness
{
    /// <summary>Bytes. A larger file is not read through at a start: that would take longer than the start itself.</summary>
    private const long LargestWhole = 64L * 1024 * 1024;

    private const int HeaderBytes = 100;

    /// <summary>The journals' file: how many bursts it holds.</summary>
    public const string JournalHeight = "SELECT coalesce(max(id), 0) FROM journal";

    /// <summary>The boxes' file: how many transactions it has had; says nothing about which box or who.</summary>
    public const string BoxHeight = "SELECT number FROM height";

    /// <exception cref="CannotStartException">Something is wrong with a file.</exception>
    public static void Check(string journals, string boxes)
    {
        CheckFile(journals, JournalHeight);
        CheckFile(boxes, BoxHeight);
    }

    private static void CheckFile(string file, string heightSql)
    {
        var reached = Height.Of(file);
        var length = new FileInfo(file) is { Exists: true } info ? info.Length : -1;
        if (length <= 0)
        {
            // Without a height this is the first start, or the one after a first start that was broken off.
            if (reached is null) return;
            throw length < 0
                ? CannotStartException.Damaged(file, "不见了，而这里曾有数据", "is gone, and there was data here", Fresh)
                : CannotStartException.Damaged(file, "是空文件，而这里曾有数据", "is empty, and there was data here", Fresh);
        }

        CheckLength(file, length);
        try
        {
            // Read only: the last connection that could write would move the log into the file when it closes.
            using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            database.Open();
            if ((length <= LargestWhole ? Ask(database, "PRAGMA quick_check(1)") : Ask(database, "SELECT count(*) FROM sqlite_master")) is string and not "ok" and var broken)
                throw CannotStartException.Damaged(file, $"有损坏的页（{LastLine(broken)}）", $"has broken pages ({LastLine(broken)})");
            if (reached is { } height && Ask(database, heightSql) is long now && now < height) throw Behind(file, now, height);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            throw CannotStartException.Damaged(file, "不是数据库文件", "is not a database");
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or Error)
        {
            throw CannotStartException.Damaged(file, $"已损坏（{e.Message}）", $"is damaged ({e.Message})");
        }
    }

    // sqlite.org/rescode.html: "no such table" is an error like any other.
    private const int Error = 1, Corrupt = 11, NotADatabase = 26;

    private static (string Zh, string En) Fresh => ("；若确要从头开始，请换一个空的数据目录", "; to begin anew, choose an empty data directory");

    private static CannotStartException Behind(string file, long now, long height) => CannotStartException.Damaged(
        file,
        $"比已确认的少：现有 {now} 次写入，曾确认 {height} 次。日志文件（{Path.GetFileName(file)}-wal）被截断或删除，或换上了旧文件",
        $"holds less than was acknowledged: {now} writes are here, {height} were. Its log ({Path.GetFileName(file)}-wal) was cut off or removed, or an older file was put in its place",
        ($"；没有更新的备份、决定接受这个损失时，删除 {Path.GetFileName(Height.FileOf(file))} 再启动", $"; where there is no newer backup and the loss is accepted, delete {Path.GetFileName(Height.FileOf(file))} and start"));

    /// <summary>A file without a log must be as long as its first page says; with one, the rest may be in the log.</summary>
    private static void CheckLength(string file, long length)
    {
        if (new FileInfo(file + "-wal") is { Exists: true, Length: > 0 }) return;
        Span<byte> header = stackalloc byte[HeaderBytes];
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.Read(handle, header, 0) < HeaderBytes) throw CannotStartException.Damaged(file, "被截短", "was cut short");
        var page = (header[16] << 8) | header[17];
        var expected = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header[28..]) * (page == 1 ? 65536L : page);
        if (header.StartsWith("SQLite format 3\0"u8) && length < expected)
            throw CannotStartException.Damaged(file, $"被截短：{length} 字节，应有 {expected}", $"was cut short: {length} bytes of {expected}");
    }

    private static string LastLine(string found) => found[(found.LastIndexOf('\n') + 1)..];

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Texts of this class.")]
    private static object? Ask(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
