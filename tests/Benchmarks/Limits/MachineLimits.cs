namespace Gongtui.Benchmarks.Limits;

/// <summary>What this machine can do at all, per second: the denominators of every other figure.</summary>
/// <param name="Flush">F: durable flushes of 4 KiB into a file already written once.</param>
/// <param name="GrowingFlush">F′: the same while the file grows.</param>
/// <param name="Insert">I: prepared SQLite inserts of 256 bytes inside a transaction, without its flush.</param>
/// <param name="Read">R: SQLite rows of 256 bytes read into memory.</param>
/// <param name="Hash96">H: SHA-256 of 96 bytes.</param>
/// <param name="Hash288">H: SHA-256 of 288 bytes.</param>
/// <param name="Memory">M₁: bytes of memory read by one core.</param>
public sealed record MachineLimits(
    double Flush, double GrowingFlush, double Insert, double Read, double Hash96, double Hash288, double Memory)
{
    /// <param name="each">How long each of the limits is measured.</param>
    public static MachineLimits Measure(TimeSpan each)
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-limits-");
        try
        {
            using var rows = new SqliteLimits(folder.FullName);
            return new(
                DiskLimits.Flushes(folder.FullName, each, growing: false),
                DiskLimits.Flushes(folder.FullName, each, growing: true),
                rows.Inserts(each), rows.Reads(each),
                ProcessorLimits.Hashes(96, each), ProcessorLimits.Hashes(288, each),
                ProcessorLimits.BytesRead(each));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public IEnumerable<Figure> Figures() =>
    [
        new("F   flush 4 KiB, in place", Flush, "flushes/s"),
        new("F'  flush 4 KiB, growing file", GrowingFlush, "flushes/s"),
        new("I   SQLite prepared insert, 256 B", Insert, "rows/s"),
        new("R   SQLite row read, 256 B", Read, "rows/s"),
        new("H   SHA-256 of 96 B", Hash96, "hashes/s"),
        new("H   SHA-256 of 288 B", Hash288, "hashes/s"),
        new("M1  memory read, one core", Memory / 1e9, "GB/s"),
    ];
}
