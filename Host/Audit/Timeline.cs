using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;

namespace Gongtui.Host.Audit;

/// <summary>One entry as the timeline shows it.</summary>
/// <param name="At">Instant of the command that it follows from.</param>
/// <param name="By">Person id of whoever gave that command; null for the clock and the program itself.</param>
/// <param name="Run">The run of the activity that it belongs to; 0 for none.</param>
/// <param name="Words">What it says.</param>
/// <param name="Payload">What was recorded; undefined when nothing was.</param>
public sealed record TimelineEntry(long Sequence, DateTimeOffset At, string? By, int Run, EntryWords Words, JsonElement Payload);

/// <summary>Reads entries for people. Pages are cut at fixed numbers, so that a link to one stays true while the journal grows.</summary>
public static class Timeline
{
    /// <summary>Entries of a page, technical ones included.</summary>
    public const int PageSize = 200;

    /// <summary>The page that holds an entry, up to a last entry that may be shown.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> PageAsync(
        IJournalStore store, string instance, WorkflowGraph graph, long at, long last, CancellationToken cancellationToken)
    {
        var after = FirstOf(at) - 1;
        var upTo = Math.Min(after + PageSize, last);
        var lines = new List<TimelineEntry>(PageSize);
        foreach (var burst in await store.ReadAsync(instance, after, upTo, cancellationToken))
        {
            // A burst begins with its command, and the command alone knows when and by whom.
            CommandEntry? command = null;
            foreach (var entry in EntryReader.Read(burst.Lines))
            {
                command = entry as CommandEntry ?? command;
                if (entry.Sequence > after && entry.Sequence <= upTo && command is not null)
                    lines.Add(new(entry.Sequence, command.At, command.By, EntryWords.Run(entry), EntryWords.Of(entry, graph), EntryWords.Payload(entry)));
            }
        }

        return lines;
    }

    /// <summary>First entry of the page that holds this one.</summary>
    public static long FirstOf(long at) => ((Math.Max(1, at) - 1) / PageSize * PageSize) + 1;
}
