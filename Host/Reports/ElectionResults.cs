using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Reports;

/// <summary>An announced result with everything that it rests on.</summary>
/// <param name="Announced">Who holds which post.</param>
/// <param name="AnnouncedOn">Local date.</param>
/// <param name="Rounds">Every round of voting, the first first.</param>
/// <param name="Head">Hash of the journal's last entry, hexadecimal: printed on the signed report it shows whether entries were cut off later.</param>
/// <param name="Entries">Number of that entry.</param>
public sealed record ElectionResults(
    Election Election, IReadOnlyList<PostHolders> Announced, DateOnly AnnouncedOn, IReadOnlyList<RoundResult> Rounds,
    Ratified? Ratified, Filed? Filed, NotRatified? NotRatified, string Head, long Entries);

/// <summary>One round of voting. A round without quorum has no account, a void one no count.</summary>
public sealed record RoundResult(int Round)
{
    public IReadOnlyList<BallotContest> Contests { get; init; } = [];

    public AttendanceCounted? Attendance { get; init; }

    public MeetingAdjourned? Adjourned { get; init; }

    /// <summary>The vote that adopted the election rules, in the round that held it.</summary>
    public ElectionRulesVoted? Rules { get; init; }

    public TellersAdopted? Tellers { get; init; }

    public BallotsAccounted? Account { get; init; }

    public BoxClosed? Box { get; init; }

    public VoteVoided? Voided { get; init; }

    public ContestsCounted? Count { get; init; }

    public TieDecided? Tie { get; init; }

    public ShortageDecided? Shortage { get; init; }
}
