using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Persistence;

/// <summary>What is wrong with the place where the data lies, and what the person at the console can do, in both languages.</summary>
internal static class Trouble
{
    // sqlite.org/rescode.html
    private const int ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>While the program worked.</summary>
    public static string AtWork(Exception reason) => $"{Why(reason)} 程序停止；已确认的都在磁盘上，之后的一概没有确认。请处理后重新启动。"
        + $" | {WhyInEnglish(reason)} The program stops; everything acknowledged is on the disk, nothing later was acknowledged. Put it right and start again.";

    /// <summary>While the program came up. Null when it is something else.</summary>
    public static string? AtStart(Exception reason) => reason switch
    {
        CannotStartException told => told.Message,
        SqliteException or UnauthorizedAccessException or IOException =>
            $"公推直选没有启动：{Why(reason)}请处理后重新启动。 | Gongtui did not start: {WhyInEnglish(reason)} Put it right and start again. ({reason.Message})",
        DbException or TimeoutException =>
            $"公推直选没有启动：数据库服务器没有应答或拒绝了请求。请检查服务器和连接字符串。 | Gongtui did not start: the database server did not answer or refused. Check the server and the connection string. ({reason.Message})",
        _ => null,
    };

    private static string Why(Exception reason) => Code(reason) switch
    {
        Full => "磁盘已满。请腾出空间。",
        ReadOnly => "磁盘只读或没有写入权限。请改为可写。",
        Corrupt or NotADatabase => "数据库文件已损坏。请从备份恢复（restore）。",
        CannotOpen => "数据库文件打不开。请检查数据目录和权限。",
        InputOutput => "磁盘读写失败。请检查磁盘。",
        _ => "数据目录无法使用。请检查磁盘和权限。",
    };

    private static string WhyInEnglish(Exception reason) => Code(reason) switch
    {
        Full => "The disk is full. Make room.",
        ReadOnly => "The disk is read-only or may not be written. Make it writable.",
        Corrupt or NotADatabase => "The database file is damaged. Restore it from a backup (restore).",
        CannotOpen => "The database file cannot be opened. Check the data directory and its rights.",
        InputOutput => "The disk failed. Check it.",
        _ => "The data directory cannot be used. Check the disk and its rights.",
    };

    private static int Code(Exception reason)
    {
        for (var e = reason; e is not null; e = e.InnerException)
        {
            if (e is SqliteException sqlite) return sqlite.SqliteErrorCode;
        }

        // ENOSPC, EROFS, EACCES and EIO, as .NET passes them on.
        return reason.HResult switch { 28 => Full, 30 or 13 => ReadOnly, 5 => InputOutput, _ when reason is UnauthorizedAccessException => ReadOnly, _ => 0 };
    }
}
