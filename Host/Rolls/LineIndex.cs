namespace Gongtui.Host.Rolls;

/// <summary>Numbers of lines as an editor counts them, by the place of a byte: asking the reader for each costs a pass over the file.</summary>
internal sealed class LineIndex
{
    private readonly List<long> starts = [0];

    public LineIndex(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            // A carriage return alone is a line of old machines; with a line feed behind it the feed ends the line.
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'))) starts.Add(at + 1);
        }
    }

    /// <summary>From 1.</summary>
    public long Of(long offset) => starts.BinarySearch(offset) is var found && found >= 0 ? found + 1 : ~found;
}
