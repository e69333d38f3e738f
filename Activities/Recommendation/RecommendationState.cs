using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Recommendation;

/// <summary>Who came by which channel in the round that runs, and who is a nominee already.</summary>
public sealed record RecommendationState
{
    /// <summary>Rounds summarised so far.</summary>
    public int Rounds { get; init; }

    /// <summary>What each channel put forward in the round that runs.</summary>
    public IReadOnlyList<ChannelList> Channels { get; init; } = [];

    /// <summary>Ties at the last place that wait for a decision or for another recommendation.</summary>
    public IReadOnlyList<RecommendationTie> Ties { get; init; } = [];

    /// <summary>The nominees of the last summary; they stay nominees when a later round fills up the list.</summary>
    public IReadOnlyList<NomineePost> Nominees { get; init; } = [];

    /// <summary>Day of the first summary, from which the result is valid for a year (R21); null before it.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>The people that one channel puts forward.</summary>
public sealed record ChannelList(string Channel, IReadOnlyList<PostList> Lists);
