using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Shortlist;

/// <summary>预备人选, and who recorded the decision.</summary>
public sealed record ShortlistState(IReadOnlyList<PostList> Lists, string By)
{
    /// <summary>Everybody on it, once.</summary>
    public IEnumerable<string> People() => Lists.SelectMany(list => list.People).Distinct(StringComparer.Ordinal);
}
