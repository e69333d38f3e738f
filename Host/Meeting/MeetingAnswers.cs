using System.Text.Json;
using Gongtui.Activities.Voting;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Meeting.Tasks;

namespace Gongtui.Host.Meeting;

/// <summary>What the API takes to vote.</summary>
/// <param name="Sheet">A <see cref="BallotSheet"/>, read by <see cref="BallotJson"/>: the framework's own reader would tell logs what it could not read.</param>
/// <param name="Attempt">Random text that is repeated when the same casting is tried again.</param>
public sealed record CastRequest(JsonElement Sheet, string? Attempt = null)
{
    /// <summary>Nothing of a ballot may come into a log by accident.</summary>
    public override string ToString() => nameof(CastRequest);
}

/// <summary>What the API takes to close the box.</summary>
/// <param name="Void">Declare the vote void instead of counting; the account then needs a reason.</param>
public sealed record CloseRequest(PaperAccount? Account = null, bool Void = false, string? Comment = null);

/// <summary>The open ballot, as the API gives it.</summary>
/// <param name="May">Whether the caller may cast it now.</param>
/// <param name="Reason">Kind of the refusal when they may not.</param>
public sealed record BallotAnswer(string Box, int Round, IReadOnlyList<BallotContest> Contests, IReadOnlyDictionary<string, string> Names, bool May, string? Reason)
{
    public static BallotAnswer Of(OpenBallot ballot) => new(
        ballot.Box.Id, ballot.Form.Round, ballot.Form.Contests,
        ballot.Form.Contests.SelectMany(contest => contest.Candidates.Concat(contest.Eligible)).Distinct(StringComparer.Ordinal)
            .ToDictionary(person => person, ballot.Election.NameOf, StringComparer.Ordinal),
        ballot.Barred is null, ballot.Barred?.Kind);
}

/// <summary>The hall board, as the API gives it.</summary>
public sealed record HallAnswer(
    int Round, int Due, int? Present, bool Quorum, int Missing, string? Inequality, int? Issued, int? Returned, string Box, bool Announced)
{
    public static HallAnswer Of(HallBoard board) => new(
        board.Round, board.Attendance?.Due ?? board.Electors, board.Attendance?.Present.Count,
        board.Attendance?.Quorum.Holds == true, board.Missing, board.Attendance?.Quorum.Inequality,
        board.Turnout?.Electors, board.Turnout?.Cast, board.Box.ToString(), board.Election.Voting.Announced);
}
