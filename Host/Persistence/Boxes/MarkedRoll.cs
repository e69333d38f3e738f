using Gongtui.Host.Persistence.Journals;

namespace Gongtui.Host.Persistence.Boxes;

/// <summary>The marked roll of one box: a bit for each elector, at the elector's place, set when the sheet came in. For one transaction that holds the box.</summary>
/// <remarks>Bits say who and never when, and a commit of hundreds of casts touches a page or two of them: with a flag in each elector's row every cast
/// would write a page of its own (ENGINE 2.3).</remarks>
internal sealed class MarkedRoll(IDbSession session, long box)
{
    /// <summary>Electors whose bits lie in one row of 512 bytes.</summary>
    private const int PartLength = 4096;

    private static readonly string[] Columns = ["box", "part", "bits"];

    private readonly Dictionary<long, byte[]> _parts = [];
    private readonly HashSet<long> _changed = [];

    /// <summary>The roll of a new box.</summary>
    /// <param name="marked">For each elector, by place.</param>
    public static void Write(IDbSession session, long box, IReadOnlyList<bool> marked) => session.InsertAll("marked_roll", Columns,
        [.. marked.Chunk(PartLength).Select((part, number) => new object[] { box, (long)number, Bits(part) })]);

    /// <summary>Marks an elector.</summary>
    /// <returns>False when the elector is marked already.</returns>
    public bool Mark(long place)
    {
        var (part, bit) = (place / PartLength, (int)(place % PartLength));
        if (!_parts.TryGetValue(part, out var bits)) _parts[part] = bits = Read(session, box, part);
        if (Has(bits, bit)) return false;
        bits[bit / 8] |= (byte)(1 << (bit % 8));
        _changed.Add(part);
        return true;
    }

    /// <summary>Writes what was marked.</summary>
    public void Save()
    {
        foreach (var part in _changed.Order())
            session.Execute("UPDATE marked_roll SET bits = @bits WHERE box = @box AND part = @part", ("@bits", _parts[part]), ("@box", box), ("@part", part));
    }

    /// <summary>Whether an elector is marked.</summary>
    public static bool IsMarked(IDbSession session, long box, long place) => Has(Read(session, box, place / PartLength), (int)(place % PartLength));

    private static byte[] Read(IDbSession session, long box, long part) =>
        (byte[])session.Scalar("SELECT bits FROM marked_roll WHERE box = @box AND part = @part", ("@box", box), ("@part", part))!;

    private static bool Has(byte[] bits, int bit) => (bits[bit / 8] & (1 << (bit % 8))) != 0;

    private static byte[] Bits(bool[] marked)
    {
        var bits = new byte[(marked.Length + 7) / 8];
        foreach (var (place, set) in marked.Index())
            if (set) bits[place / 8] |= (byte)(1 << (place % 8));
        return bits;
    }
}
