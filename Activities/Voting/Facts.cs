using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>How a contest is won.</summary>
public enum ContestKind
{
    /// <summary>More than half, then by votes (F9, F10).</summary>
    Majority,

    /// <summary>The tied stand again for the seats that are left; more votes win (F11).</summary>
    AmongTied,

    /// <summary>另行选举 for the seats nobody won; as <see cref="Majority"/> (F12).</summary>
    Supplementary,
}

/// <summary>One contest on the ballot of a round.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Name">Title of the post.</param>
/// <param name="Seats">Seats to be filled by this ballot.</param>
/// <param name="Kind">How it is won.</param>
/// <param name="Candidates">Printed, in this order.</param>
/// <param name="Eligible">Who may be written in after a ×; empty when writing in is closed.</param>
public sealed record BallotContest(
    string Post, Text Name, int Seats, ContestKind Kind, IReadOnlyList<string> Candidates, IReadOnlyList<string> Eligible);

/// <summary>A round of voting begins with these contests on one ballot.</summary>
/// <param name="Notes">What people should know of this ballot: without candidates, the differential that is left (F15).</param>
public sealed record BallotPrepared(
    int Round, IReadOnlyList<BallotContest> Contests, VotingStage Stage = VotingStage.Combined, IReadOnlyList<Verdict>? Notes = null);

/// <summary>Somebody to be left out of the number due (R07). It counts only when the meeting adopts it.</summary>
/// <param name="Ground">Which of the six cases.</param>
/// <param name="Evidence">The superior's consent: number or note.</param>
public sealed record ExclusionRequest(string Person, ExclusionGround Ground, string Evidence);

/// <summary>The attendance was counted (F4, F5).</summary>
/// <param name="Due">应到.</param>
/// <param name="Present">Person ids with the right to vote who are there.</param>
/// <param name="Exclusions">Asked to be left out of the number due.</param>
/// <param name="ExclusionsYes">Votes of the meeting for leaving them out; null when there was nothing to vote on.</param>
/// <param name="DueProof">F4.</param>
/// <param name="Quorum">F5.</param>
public sealed record AttendanceCounted(
    int Round, int Due, IReadOnlyList<string> Present, IReadOnlyList<ExclusionRequest> Exclusions, int? ExclusionsYes,
    Verdict DueProof, Verdict Quorum);

/// <summary>延期: the meeting was put off for want of a quorum.</summary>
public sealed record MeetingAdjourned(int Round, string? Reason);

/// <summary>Hands raised for, against and abstaining.</summary>
public sealed record RulesVote(int For, int Against, int Abstain);

/// <summary>The meeting voted on its election rules (R52). Not adopted: they are amended and voted on again.</summary>
/// <param name="ByCommittee">Whether a committee that elects its officers voted, rather than the members' meeting.</param>
public sealed record ElectionRulesVoted(int Round, int Present, RulesVote Vote, bool Adopted, bool ByCommittee, Verdict Proof);

/// <summary>监票人、计票人 were adopted by the meeting (F20).</summary>
/// <param name="Yes">Votes in favour.</param>
/// <param name="OnPaper">Whether the round is voted on paper.</param>
public sealed record TellersAdopted(
    int Round, IReadOnlyList<string> Scrutineers, IReadOnlyList<string> Tellers, int Yes, IReadOnlyList<Verdict> Proofs, bool OnPaper = false);

/// <summary>The ballots were accounted for (F6).</summary>
public sealed record BallotsAccounted(
    int Round, BallotAccount Account, IReadOnlyList<Verdict> Checks, bool Stands, string By);

/// <summary>The vote is void: the ballots stay sealed and nothing was counted.</summary>
public sealed record VoteVoided(int Round, string Reason, string By);

/// <summary>One person's result with its line of proof.</summary>
/// <param name="Printed">False for a write-in.</param>
/// <param name="Votes">Votes that the ranking used.</param>
public sealed record CountedPerson(
    string Person, bool Printed, int Approve, int Against, int Abstain, int Votes, Fate Fate, Verdict Proof);

/// <summary>One contest counted and decided.</summary>
/// <param name="Base">What the majority is a share of; zero among the tied, where more votes win.</param>
/// <param name="Tied">Who must be voted on again; empty without a tie.</param>
/// <param name="TiedSeats">For how many seats.</param>
/// <param name="Open">Seats that nobody won.</param>
public sealed record CountedContest(
    string Post, ContestKind Kind, int Seats, int Valid, int Invalid, int Base, OutcomeKind Outcome,
    IReadOnlyList<string> Elected, IReadOnlyList<string> Tied, int TiedSeats, int Open, IReadOnlyList<CountedPerson> People);

/// <summary>The round was counted and decided. To be held until it is announced.</summary>
public sealed record ContestsCounted(int Round, int Due, int Present, IReadOnlyList<CountedContest> Contests, IReadOnlyList<SeatPassedOn> PassedOn);

/// <summary>One person, one seat (F14): somebody won a higher post in a later round and leaves the lower seat.</summary>
/// <param name="Post">The lower post.</param>
/// <param name="From">Who leaves it.</param>
/// <param name="To">Who moves up; null when nobody can, or several are equal.</param>
/// <param name="Votes">Votes of the one who moves up.</param>
/// <param name="Tied">Several equal: they must be voted on.</param>
public sealed record SeatPassedOn(string Post, string From, string? To, int Votes, IReadOnlyList<string> Tied);

/// <summary>After the planned number of votes among the tied, people decided how to go on (F11).</summary>
/// <param name="Again">Vote again; else the seats stay vacant.</param>
public sealed record TieDecided(IReadOnlyList<string> Posts, bool Again, string Reason, string By);

/// <summary>What to do about seats that nobody won (F12).</summary>
public enum ShortageChoice
{
    /// <summary>另行选举.</summary>
    Again,

    /// <summary>减少名额.</summary>
    Reduce,

    /// <summary>暂缺.</summary>
    Vacant,
}

/// <summary>One post's shortage decided.</summary>
/// <param name="Seats">Open seats that it concerns.</param>
/// <param name="Yes">Votes for reducing; null for the other choices.</param>
/// <param name="Proofs">Why reducing is allowed.</param>
/// <param name="Candidates">Who stands in the other election: by votes, with the differential, all equal at the cut.</param>
public sealed record ShortageDecision(
    string Post, ShortageChoice Choice, int Seats, int? Yes, string Reason, IReadOnlyList<Verdict> Proofs, IReadOnlyList<string> Candidates);

/// <summary>The shortages were decided.</summary>
public sealed record ShortageDecided(IReadOnlyList<ShortageDecision> Decisions, string By);
