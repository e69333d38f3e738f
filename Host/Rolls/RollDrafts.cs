using System.Collections.Concurrent;

namespace Gongtui.Host.Rolls;

/// <summary>Files that were uploaded and not yet adopted, one for each person and unit. They live in memory alone: birth dates of people who
/// are on no roll yet have no business on a disk. After a restart the file is uploaded again.</summary>
public sealed class RollDrafts
{
    private const int Most = 8;
    private readonly ConcurrentDictionary<(string Person, string Unit), (long Order, RollDraft Draft)> drafts = new();
    private long order;

    /// <summary>The draft, or null when there is none any more.</summary>
    public RollDraft? Find(string person, string unit) => drafts.TryGetValue((person, unit), out var found) ? found.Draft : null;

    /// <summary>Keeps a draft in place of the person's last one; the oldest of others makes room.</summary>
    public void Keep(string person, string unit, RollDraft draft)
    {
        drafts[(person, unit)] = (Interlocked.Increment(ref order), draft);
        while (drafts.Count > Most) drafts.TryRemove(drafts.MinBy(pair => pair.Value.Order).Key, out _);
    }

    public void Forget(string person, string unit) => drafts.TryRemove((person, unit), out _);
}

/// <summary>An uploaded file that could be read.</summary>
/// <param name="File">Its name on the person's disk.</param>
public sealed record RollDraft(string File, RollText Text, RollTable Table, IReadOnlyList<RollPerson> People, IReadOnlyList<RollFault> Faults);
