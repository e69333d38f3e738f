using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gongtui.Host.Persistence.Sqlite;

/// <summary>Hears of every flush that failed, on whichever connection: SQLite keeps quiet about one that fails while it moves its log into the file by itself.</summary>
internal static class FlushWatch
{
    // sqlite.org/rescode.html: SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC
    private const int Flush = 1034, FlushOfDirectory = 1290;

    private static Action<Exception>? heard;

    /// <summary>To be called before the first connection of the process; later it does nothing.</summary>
    public static void Start(Action<Exception> failed)
    {
        heard = failed;
        Batteries_V2.Init();
        // The library keeps no hold of the delegate: the static method's does not move.
        raw.sqlite3_config_log(Hear, null!);
    }

    private static void Hear(object data, int code, string message)
    {
        // SQLite holds its locks here: nothing may be asked of it, and nobody waited for.
        if (code is Flush or FlushOfDirectory) heard?.Invoke(new SqliteException(message, code & 0xff, code));
    }
}
