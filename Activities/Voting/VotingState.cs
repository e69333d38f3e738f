using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Voting;

/// <summary>Where the vote stands. Nothing here tells how anybody voted.</summary>
public sealed record VotingState
{
    /// <summary>Rounds begun; 0 before the first.</summary>
    public int Round { get; init; }

    /// <summary>What the round is about.</summary>
    public VotingStage Stage { get; init; }

    /// <summary>Candidates of the second round, once they are named.</summary>
    public IReadOnlyList<PostList> Officers { get; init; } = [];

    /// <summary>Contests on the ballot of the round.</summary>
    public IReadOnlyList<BallotContest> Contests { get; init; } = [];

    /// <summary>Whether the round was counted; if not, the next round repeats its ballot.</summary>
    public bool Counted { get; init; }

    /// <summary>Null until the attendance of the round was counted.</summary>
    public AttendanceCounted? Attendance { get; init; }

    /// <summary>The vote that adopted the election rules; null before it.</summary>
    public ElectionRulesVoted? Rules { get; init; }

    public IReadOnlyList<string> Scrutineers { get; init; } = [];

    public IReadOnlyList<string> Tellers { get; init; } = [];

    /// <summary>Whether the round is voted on paper.</summary>
    public bool OnPaper { get; init; }

    /// <summary>The account of the round's ballots; null before it.</summary>
    public BallotsAccounted? Account { get; init; }

    /// <summary>Counts by hand that wait for the other one.</summary>
    public IReadOnlyList<HandCounted> HandCounts { get; init; } = [];

    /// <summary>The ballot box of the round; null when it is voted on paper.</summary>
    public string? Box { get; init; }

    /// <summary>Standing of each post that was voted on, highest first.</summary>
    public IReadOnlyList<PostStanding> Posts { get; init; } = [];

    /// <summary>Whether everybody may see the result.</summary>
    public bool Announced { get; init; }
}

/// <summary>Somebody who won a seat.</summary>
public sealed record SeatHolder(string Person, int Votes, int Round);

/// <summary>Somebody with votes but without a seat.</summary>
/// <param name="HasMajority">Over half, but the seats went to more votes: moves up when a seat is passed on.</param>
public sealed record RunnerUp(string Person, int Votes, bool HasMajority);

/// <summary>What is still to be done for a post.</summary>
public enum PendingKind
{
    None,

    /// <summary>The tied must be voted on.</summary>
    Tie,

    /// <summary>Seats that nobody won: people must decide.</summary>
    Shortage,

    /// <summary>Another election was decided.</summary>
    Supplementary,
}

/// <summary>Where one post stands.</summary>
/// <param name="Seats">Seats by the plan, less those reduced.</param>
/// <param name="Elected">In order of winning.</param>
/// <param name="RunnersUp">By votes of the last majority vote.</param>
/// <param name="Pending">What is still to be done.</param>
/// <param name="PendingSeats">For how many seats.</param>
/// <param name="PendingNames">The tied, or the candidates of the other election.</param>
/// <param name="TieRounds">Votes held among the tied.</param>
/// <param name="Vacant">Seats left empty by decision.</param>
public sealed record PostStanding(
    string Post,
    int Seats,
    IReadOnlyList<SeatHolder> Elected,
    IReadOnlyList<RunnerUp> RunnersUp,
    PendingKind Pending,
    int PendingSeats,
    IReadOnlyList<string> PendingNames,
    int TieRounds,
    int Vacant);
