using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;

namespace Gongtui.Host.Verbs.Counting;

/// <summary>One line of <c>count</c>, read: everything about a vote except the ballots, which stay bytes until they are counted.</summary>
/// <param name="Pack">The rules to count by.</param>
/// <param name="Policy">The choices of the plan.</param>
/// <param name="Account">Attendance and ballot account; a sheet tells nothing about ballots that were left over.</param>
/// <param name="Paper">The contests, highest post first.</param>
/// <param name="Ballots">Where the ballots stand in the line.</param>
internal sealed record CountSheet(RulePack Pack, CountingPolicy Policy, BallotAccount Account, BallotPaper Paper, Range Ballots);
