using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Recommendation;

/// <summary>One post on the recommendation form.</summary>
/// <param name="Name">Title of the post.</param>
/// <param name="Limit">How many names may be given.</param>
/// <param name="Among">Whom one can name for it, in printing order, when the tied are recommended again; null for everybody on the form.</param>
public sealed record RecommendationPost(string Post, Text Name, int Limit, IReadOnlyList<string>? Among = null);

/// <summary>民主推荐表: what can be filled in.</summary>
/// <param name="Channel">Who fills it in.</param>
/// <param name="Posts">The posts with their limits.</param>
/// <param name="Eligible">Whom one can recommend, in printing order.</param>
public sealed record RecommendationPaper(
    string Channel, IReadOnlyList<RecommendationPost> Posts, IReadOnlyList<string> Eligible)
{
    /// <summary>Whom one can name for a post, in printing order.</summary>
    public IReadOnlyList<string> NamesFor(RecommendationPost post) => post.Among ?? Eligible;

    /// <summary>Why a sheet cannot be cast, or null. A blank sheet can.</summary>
    public Refusal? Check(RecommendationSheet sheet) => Check(sheet, (post, person) => NamesFor(post).Contains(person));

    /// <summary>The same for a box full of sheets: who can be named is looked up once, not for each of them.</summary>
    public Func<RecommendationSheet, Refusal?> Checker()
    {
        var known = Posts.ToDictionary(post => post.Post, post => NamesFor(post).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        return sheet => Check(sheet, (post, person) => known[post.Post].Contains(person));
    }

    private Refusal? Check(RecommendationSheet sheet, Func<RecommendationPost, string, bool> mayBeNamed)
    {
        foreach (var (index, list) in sheet.Posts.Index())
        {
            var field = $"posts[{index}]";
            if (Posts.FirstOrDefault(post => post.Post == list.Post) is not { } post || sheet.Posts.Count(other => other.Post == list.Post) > 1)
            {
                return new(RefusalKinds.Malformed, new("推荐表上的职务不对。", "The form names a post that is not on it, or one twice."),
                    Expected: string.Join(", ", Posts.Select(known => known.Post)), Found: list.Post, Field: field);
            }

            if (list.People.Count > post.Limit)
            {
                return new(RefusalKinds.Rule,
                    new($"{post.Name.Zh}推荐了 {list.People.Count} 人，最多 {post.Limit} 人。", $"{list.People.Count} names for {post.Name.En}; at most {post.Limit}."),
                    Expected: $"≤ {post.Limit}", Found: $"{list.People.Count}",
                    NextStep: new("请减少推荐人数。", "Take some names off."), Field: field);
            }

            if (list.People.Distinct(StringComparer.Ordinal).Count() != list.People.Count)
            {
                return new(RefusalKinds.Duplicate, new($"{post.Name.Zh}中有人重复。", $"A name stands twice for {post.Name.En}."), Field: field);
            }

            if (list.People.FirstOrDefault(person => !mayBeNamed(post, person)) is { } stranger)
            {
                return new(RefusalKinds.Unknown, new("推荐的人不在可推荐名单中。", "Somebody named cannot be recommended."),
                    Found: stranger, NextStep: new("请从名单中选择。", "Choose from the list."), Field: field);
            }
        }

        return null;
    }
}

/// <summary>One filled-in form. Nothing in it tells who filled it in.</summary>
public sealed record RecommendationSheet(IReadOnlyList<PostList> Posts);

/// <summary>How often a person was named.</summary>
public sealed record NameCount(string Person, int Votes);

/// <summary>One post counted.</summary>
public sealed record PostCount(string Post, IReadOnlyList<NameCount> People);

/// <summary>A box of recommendations counted.</summary>
/// <param name="Returned">Forms in the box.</param>
/// <param name="Invalid">Forms that break the paper's rules; they count nowhere.</param>
public sealed record RecommendationCount(int Returned, int Invalid, IReadOnlyList<PostCount> Posts)
{
    /// <summary>Counts a box; the order of the sheets never matters.</summary>
    public static RecommendationCount Of(RecommendationPaper paper, IEnumerable<RecommendationSheet> sheets)
    {
        var (returned, invalid) = (0, 0);
        var votes = paper.Posts.ToDictionary(post => post.Post, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
        var check = paper.Checker();
        foreach (var sheet in sheets)
        {
            returned++;
            if (check(sheet) is not null)
            {
                invalid++;
                continue;
            }

            foreach (var (post, person) in sheet.Posts.SelectMany(list => list.People.Select(person => (list.Post, person))))
            {
                votes[post][person] = votes[post].GetValueOrDefault(person) + 1;
            }
        }

        return new(returned, invalid, [.. paper.Posts.Select(post => new PostCount(post.Post,
            [.. paper.Eligible.Where(votes[post.Post].ContainsKey).Select(person => new NameCount(person, votes[post.Post][person]))]))]);
    }
}
