using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Recommendation;

/// <summary>The channels of open recommendation (DOMAIN §1.4).</summary>
public static class Channels
{
    /// <summary>个人自荐.</summary>
    public const string Self = "self";

    /// <summary>党员推荐.</summary>
    public const string Member = "member";

    /// <summary>群众推荐.</summary>
    public const string Masses = "masses";

    /// <summary>组织推荐.</summary>
    public const string Organisation = "organisation";

    /// <summary>党员大会上一次性直接推选: the members recommend for every post on one form, at the meeting.</summary>
    public const string Meeting = "meeting";

    public static IReadOnlyList<string> All { get; } = [Self, Member, Masses, Organisation, Meeting];
}

/// <summary>How often a person was named for a post.</summary>
/// <param name="Taken">Whether the channel puts the person on the list.</param>
/// <param name="Proof">Why.</param>
public sealed record RecommendedPerson(string Person, int Votes, bool Taken, Verdict Proof);

/// <summary>One post's count in one channel.</summary>
/// <param name="Tied">Equal at the last place where the plan has people decide about them; null or empty for none.</param>
/// <param name="TiedPlaces">Places that the tied compete for.</param>
public sealed record RecommendedPost(
    string Post, int Places, IReadOnlyList<RecommendedPerson> People, IReadOnlyList<string>? Tied = null, int TiedPlaces = 0);

/// <summary>A channel's box was counted (F16). Channels are never added up.</summary>
/// <param name="Eligible">How many could recommend.</param>
/// <param name="Returned">Forms in the box.</param>
/// <param name="Invalid">Of these, invalid.</param>
/// <param name="Participation">Against the plan's share of those eligible; a figure to publish, it stops nothing.</param>
public sealed record RecommendationTallied(
    string Channel, string Box, int Eligible, int Returned, int Invalid, Verdict Participation, IReadOnlyList<RecommendedPost> Posts);

/// <summary>The tied of a channel were recommended again: more votes go on (F16). Half of the forms is not needed a second time.</summary>
public sealed record TiedRecommended(
    string Channel, string Box, int Eligible, int Returned, int Invalid, IReadOnlyList<RecommendedPost> Posts);

/// <summary>Somebody decided what happens to those tied at the last place of a channel's recommendation.</summary>
/// <param name="Ties">Whom it concerns.</param>
/// <param name="Again">Whether they are recommended again; else all of them go on.</param>
public sealed record RecommendationTieDecided(string Channel, IReadOnlyList<RecommendationTie> Ties, bool Again, string Reason, string By);

/// <summary>Equal votes at the last place of a post in one channel.</summary>
/// <param name="Votes">Votes of each.</param>
/// <param name="Places">Places that they compete for.</param>
public sealed record RecommendationTie(string Channel, string Post, IReadOnlyList<string> People, int Votes, int Places);

/// <summary>组织推荐: the organisation named people, with its grounds.</summary>
public sealed record OrganisationRecommended(IReadOnlyList<PostList> Lists, string Grounds, string By);

/// <summary>个人自荐: somebody stands for a post by their own statement.</summary>
public sealed record SelfNominated(string Person, string Post, string Statement);

/// <summary>No more self-nominations are taken.</summary>
/// <param name="Taken">How many came in since the channel was opened.</param>
public sealed record SelfNominationClosed(int Taken, string By);

/// <summary>A nominee with the channels they came by.</summary>
public sealed record ListedNominee(string Person, IReadOnlyList<string> Channels);

/// <summary>The nominees for one post.</summary>
/// <param name="Needed">How many the next steps need.</param>
public sealed record NomineePost(string Post, int Needed, IReadOnlyList<ListedNominee> People);

/// <summary>Somebody recommended does not stand.</summary>
public sealed record Withdrawal(string Person, string Reason);

/// <summary>推荐汇总表: who goes on to the qualification review.</summary>
/// <param name="Short">Posts with fewer nominees than needed: recommend again.</param>
/// <param name="On">Day from which the result counts (R21); null in journals that are older than this field.</param>
public sealed record NomineesListed(
    IReadOnlyList<NomineePost> Posts, IReadOnlyList<Withdrawal> Withdrawn, IReadOnlyList<string> Short, string By, DateOnly? On = null);
