using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Gongtui.Activities.Rules.Ballots;

/// <summary>The canonical bytes of a ballot, as a box keeps them: version, one byte per mark, then the write-ins (contest, marked,
/// person in little-endian, all ones for nobody). Nothing else: no voter, no time, no order. A person takes two bytes (version 1),
/// or four (version 2) on a paper with more names for a post than two bytes can tell apart.</summary>
public static class BallotBytes
{
    /// <summary>More names than this are not a ballot but an attack on the count.</summary>
    public const int MostWriteIns = 255;

    /// <summary>Names for one post, printed and eligible, that version 1 can tell apart.</summary>
    public const int MostNarrowNames = ushort.MaxValue - 1;

    private const byte Narrow = 1;
    private const byte Wide = 2;

    public static byte[] Write(BallotPaper paper, Ballot ballot)
    {
        if (ballot.Marks.Length != paper.MarkCount || ballot.WriteIns.Length > MostWriteIns)
        {
            throw new ArgumentException("The ballot does not belong to this paper.", nameof(ballot));
        }

        var size = WriteInSize(paper);
        var bytes = new byte[1 + paper.MarkCount + (ballot.WriteIns.Length * size)];
        bytes[0] = VersionOf(paper);
        MemoryMarshal.AsBytes(ballot.Marks.Span).CopyTo(bytes.AsSpan(1));
        var rest = bytes.AsSpan(1 + paper.MarkCount);
        foreach (var writeIn in ballot.WriteIns.Span)
        {
            rest[0] = (byte)writeIn.Contest;
            rest[1] = writeIn.Marked ? (byte)1 : (byte)0;
            if (paper.IsWide)
            {
                BinaryPrimitives.WriteInt32LittleEndian(rest[2..], writeIn.Person);
            }
            else
            {
                BinaryPrimitives.WriteInt16LittleEndian(rest[2..], unchecked((short)writeIn.Person));
            }

            rest = rest[size..];
        }

        return bytes;
    }

    /// <summary>What is wrong with bytes that came from outside, or null when they are a ballot of this paper.</summary>
    public static Text? Fault(BallotPaper paper, ReadOnlySpan<byte> bytes)
    {
        var size = WriteInSize(paper);
        var rest = bytes.Length - 1 - paper.MarkCount;
        if (rest < 0 || rest % size != 0 || rest / size > MostWriteIns)
        {
            return new("选票长度与版式不符。", "The ballot's length does not fit the paper.");
        }

        if (bytes[0] != VersionOf(paper))
        {
            return new("选票版本不符。", "The ballot is of another version.");
        }

        if (bytes.Slice(1, paper.MarkCount).ContainsAnyExceptInRange((byte)Mark.Abstain, (byte)Mark.Against))
        {
            return new("选票上有无法识别的标记。", "The ballot holds an unknown mark.");
        }

        for (var at = 1 + paper.MarkCount; at < bytes.Length; at += size)
        {
            var person = Person(paper, bytes[(at + 2)..]);
            if (bytes[at] >= paper.Slots.Length || bytes[at + 1] > 1
                || person < WriteIn.Nobody || person >= paper.Slots[bytes[at]].Names.Length)
            {
                return new("选票上的另选他人无法识别。", "The ballot holds an unknown write-in.");
            }
        }

        return null;
    }

    /// <summary>Marks and write-ins of bytes without <see cref="Fault"/>; the marks are a view of the bytes.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="bytes">The stored ballot.</param>
    /// <param name="buffer">Room for <see cref="MostWriteIns"/> write-ins.</param>
    /// <param name="writeIns">The part of the buffer that was filled.</param>
    public static ReadOnlySpan<Mark> Read(
        BallotPaper paper, ReadOnlySpan<byte> bytes, Span<WriteIn> buffer, out ReadOnlySpan<WriteIn> writeIns)
    {
        var (count, size) = (0, WriteInSize(paper));
        for (var at = 1 + paper.MarkCount; at < bytes.Length; at += size)
        {
            buffer[count++] = new(bytes[at], Person(paper, bytes[(at + 2)..]), bytes[at + 1] == 1);
        }

        writeIns = buffer[..count];
        return MemoryMarshal.Cast<byte, Mark>(bytes.Slice(1, paper.MarkCount));
    }

    /// <summary>The ballot itself, for showing one.</summary>
    public static Ballot Read(BallotPaper paper, ReadOnlySpan<byte> bytes)
    {
        Span<WriteIn> buffer = stackalloc WriteIn[MostWriteIns];
        var marks = Read(paper, bytes, buffer, out var writeIns);
        return new(marks.ToArray(), writeIns.ToArray());
    }

    private static byte VersionOf(BallotPaper paper) => paper.IsWide ? Wide : Narrow;

    private static int WriteInSize(BallotPaper paper) => 2 + (paper.IsWide ? sizeof(int) : sizeof(ushort));

    private static int Person(BallotPaper paper, ReadOnlySpan<byte> bytes)
    {
        if (paper.IsWide)
        {
            return BinaryPrimitives.ReadInt32LittleEndian(bytes);
        }

        var person = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        return person == ushort.MaxValue ? WriteIn.Nobody : person;
    }
}
