using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Features.Support;

/// <summary>The posts as people call them and as the plan codes them.</summary>
internal static class Posts
{
    public const string Secretary = "secretary";
    public const string Deputy = "deputy";
    public const string Member = "member";

    /// <summary>Code of 书记, 副书记 or 委员.</summary>
    public static string CodeOf(string name) => name switch
    {
        "书记" => Secretary,
        "副书记" => Deputy,
        "委员" => Member,
        _ => throw new ArgumentException($"There is no post {name}.", nameof(name)),
    };

    /// <summary>A plan for one 书记, one 副书记 and some 委员; everything else as the product proposes.</summary>
    public static PlanParameters Plan(int members, VotingMode mode = VotingMode.Combined) => new()
    {
        Mode = mode,
        Counting = Activities.Rules.CountingPolicy.For(mode),
        Posts =
        [
            new(Secretary, new("书记", "Secretary"), 1, CandidateMode.Equal),
            new(Deputy, new("副书记", "Deputy secretary"), 1, CandidateMode.Equal),
            new(Member, new("委员", "Committee member"), members, CandidateMode.Differential),
        ],
    };

    /// <summary>One list for each post.</summary>
    public static IReadOnlyList<PostList> Lists(IReadOnlyList<string> secretary, IReadOnlyList<string> deputy, IReadOnlyList<string> members) =>
        [new(Secretary, secretary), new(Deputy, deputy), new(Member, members)];
}
