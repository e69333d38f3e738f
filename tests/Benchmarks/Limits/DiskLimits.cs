using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gongtui.Benchmarks.Limits;

/// <summary>How often per second four kilobytes reach the disk for good.</summary>
internal static partial class DiskLimits
{
    private const int Page = 4096;
    private const int Pages = 1024;

    /// <param name="folder">On the disk to measure.</param>
    /// <param name="during">How long to measure.</param>
    /// <param name="growing">True to append; false to go round in a file already written once, as a warm write-ahead log does.</param>
    public static double Flushes(string folder, TimeSpan during, bool growing)
    {
        var page = new byte[Page];
        using var file = File.OpenHandle(Path.Combine(folder, growing ? "growing" : "in-place"), FileMode.CreateNew, FileAccess.Write);
        for (var number = 0; !growing && number < Pages; number++) RandomAccess.Write(file, page, number * (long)Page);
        Flush(file);
        return Pace.Of(during, 1, call =>
        {
            RandomAccess.Write(file, page, (growing ? call : call % Pages) * Page);
            Flush(file);
        });
    }

    /// <summary>fdatasync where there is one, as SQLite does: unlike fsync it leaves the times of the file for later.</summary>
    private static void Flush(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux()) RandomAccess.FlushToDisk(file);
        else if (FlushData(file) != 0) throw new IOException($"fdatasync failed with {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushData(SafeFileHandle file);
}
