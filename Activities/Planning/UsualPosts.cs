namespace Gongtui.Activities.Planning;

/// <summary>The posts that a team of a primary organisation has here, with the codes by which plans, ballots and ledgers know them.</summary>
public static class UsualPosts
{
    /// <summary>Highest first: the order of the contests on a ballot.</summary>
    public static IReadOnlyList<(string Post, Text Name)> All { get; } =
    [
        ("secretary", new("书记", "Secretary")),
        ("deputy", new("副书记", "Deputy secretary")),
        ("member", new("委员", "Committee member")),
    ];

    /// <summary>Code of a post by its Chinese or English name; null for a post that no plan knows.</summary>
    public static string? CodeOf(string name) =>
        All.FirstOrDefault(post => post.Name.Zh == name || post.Name.En == name).Post;
}
