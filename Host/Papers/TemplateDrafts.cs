namespace Gongtui.Host.Papers;

/// <summary>Templates that were looked at and not yet adopted, one for each person and unit, in memory alone.</summary>
public sealed class TemplateDrafts
{
    private const int Most = 16;
    private readonly Lock gate = new();
    private readonly List<(string Person, string Unit, string Kind, byte[] Bytes)> drafts = [];

    public void Keep(string person, string unit, string kind, byte[] bytes)
    {
        lock (gate)
        {
            drafts.RemoveAll(draft => draft.Person == person && draft.Unit == unit);
            if (drafts.Count == Most) drafts.RemoveAt(0);
            drafts.Add((person, unit, kind, bytes));
        }
    }

    /// <summary>The person's last one; null when there is none any more.</summary>
    public (string Kind, byte[] Bytes)? Find(string person, string unit)
    {
        lock (gate)
        {
            return drafts.Find(draft => draft.Person == person && draft.Unit == unit) is { Bytes: not null } found ? (found.Kind, found.Bytes) : null;
        }
    }
}
