namespace Gongtui.Host.Verbs.Counting;

/// <summary>Lines of a stream, each as the bytes between two line feeds; one line is in memory at a time.</summary>
/// <param name="input">UTF-8, with or without a byte order mark.</param>
/// <param name="beforeWaiting">Called before the stream is asked for more: what has been answered should be on its way by then.</param>
internal sealed class LineReader(Stream input, Action beforeWaiting)
{
    /// <summary>A longer line is passed over in pieces, so that it cannot fill the memory.</summary>
    public const int MostBytes = 1 << 30;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool first = true;

    /// <summary>Number of the line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Moves to the next line that is not blank.</summary>
    /// <returns>False at the end of the input.</returns>
    public bool Next(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        while (Cut(out line, out tooLong))
        {
            Number++;
            line = (first && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
            first = false;
            if (tooLong || !line.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private bool Cut(out ReadOnlySpan<byte> line, out bool tooLong)
    {
        tooLong = false;
        for (var searched = start; ;)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = buffer.AsSpan(start, searched + at - start);
                start = searched + at + 1;
                return true;
            }

            var length = end - start;
            tooLong |= length >= MostBytes;
            if (tooLong)
            {
                (start, length) = (end, 0);
            }

            var more = Fill();
            searched = start + length;
            if (more == 0)
            {
                line = buffer.AsSpan(start, length);
                start = end;
                return length > 0 || tooLong;
            }
        }
    }

    private int Fill()
    {
        beforeWaiting();
        if (start > 0)
        {
            buffer.AsSpan(start..end).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = input.Read(buffer, end, buffer.Length - end);
        end += read;
        return read;
    }
}
