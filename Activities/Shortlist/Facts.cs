using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Shortlist;

/// <summary>How the committee voted (F21).</summary>
/// <param name="Due">Members of the committee.</param>
/// <param name="Present">Members present.</param>
/// <param name="Yes">Votes in favour.</param>
public sealed record CommitteeVote(int Due, int Present, int Yes);

/// <summary>预备人选 were decided.</summary>
/// <param name="Lists">By post; for equal-number posts the order is the one to be printed.</param>
/// <param name="Vote">The committee's vote.</param>
/// <param name="Proofs">F1 or F2 for each post, and F21.</param>
/// <param name="By">Who recorded it; may not approve it.</param>
public sealed record ShortlistDecided(
    IReadOnlyList<PostList> Lists, CommitteeVote Vote, IReadOnlyList<Verdict> Proofs, string By);
