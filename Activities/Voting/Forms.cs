using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Activities.Voting;

/// <summary>The ballot as the box knows it: what is printed, who may be written in, and how it will be counted.</summary>
public sealed record BallotForm(int Round, IReadOnlyList<BallotContest> Contests, CountingPolicy Counting)
{
    /// <summary>The paper to fill in and to count by; names on it are person ids.</summary>
    public BallotPaper Paper() => BallotPaper.Of(
        [.. Contests.Select(contest => new Contest(contest.Post, contest.Seats, contest.Candidates, contest.Eligible))]);
}

/// <summary>清点到会人数.</summary>
/// <param name="Present">Person ids with the right to vote who are there; others who attend are not counted.</param>
/// <param name="Exclusions">Who is to be left out of the number due.</param>
/// <param name="ExclusionsYes">Votes of the meeting for that; needed when there are any.</param>
/// <param name="Reason">Why the meeting is put off; for adjourning only.</param>
public sealed record AttendanceForm(
    IReadOnlyList<string> Present, IReadOnlyList<ExclusionRequest> Exclusions, int? ExclusionsYes = null, string? Reason = null);

/// <summary>通过监票人、计票人.</summary>
/// <param name="Scrutineers">监票人.</param>
/// <param name="Tellers">计票人.</param>
/// <param name="Yes">Votes of the meeting for them.</param>
/// <param name="OnPaper">Whether this round is voted on paper and counted by hand.</param>
/// <param name="Rules">The vote on the election rules; needed until they are adopted, and before the tellers are (R50).</param>
public sealed record TellersForm(
    IReadOnlyList<string> Scrutineers, IReadOnlyList<string> Tellers, int Yes, bool OnPaper = false, RulesVote? Rules = null);

/// <summary>The account of the ballots, with what the host found on closing the box.</summary>
/// <param name="Box">Box id.</param>
/// <param name="Submitted">Sheets in the box.</param>
/// <param name="Root">Merkle root, hexadecimal.</param>
/// <param name="Voted">People who cast a ballot.</param>
/// <param name="Returned">收回; the sheets in the box.</param>
/// <param name="Count">Counts by contest, names are person ids; empty when the vote is declared void.</param>
/// <param name="Printed">印制; null for a digital box, as are the next three.</param>
/// <param name="Issued">发出.</param>
/// <param name="Unused">剩余.</param>
/// <param name="Spoiled">作废 before voting.</param>
/// <param name="Reason">Why the tellers declare the vote void.</param>
public sealed record BallotAccountForm(
    string Box, int Submitted, string Root, int Voted, int Returned, IReadOnlyList<ContestTally> Count,
    int? Printed = null, int? Issued = null, int? Unused = null, int? Spoiled = null, string? Reason = null);

/// <summary>平票处理.</summary>
public sealed record TieForm(string Reason);

/// <summary>缺额处理 for every post that is short.</summary>
public sealed record ShortageForm(IReadOnlyList<ShortageAnswer> Answers);

/// <summary>What is to be done about one post.</summary>
/// <param name="Yes">Votes for reducing the seats; needed for that choice.</param>
public sealed record ShortageAnswer(string Post, ShortageChoice Choice, string Reason, int? Yes = null);
