namespace Gongtui.Host.Inbox.Forms;

/// <summary>The lists of people that a demo's form starts with.</summary>
public static class SampleLists
{
    /// <summary>So many for each post, in the order given. Nobody is on two lists where there are enough others:
    /// who is elected to the higher post would leave the lower one empty.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IEnumerable<(string Post, IEnumerable<string> People, int Count)> posts)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (post, people, count) in posts)
        {
            lists[post] = [.. people.OrderBy(taken.Contains).Take(count)];
            taken.UnionWith(lists[post]);
        }

        return lists;
    }
}
