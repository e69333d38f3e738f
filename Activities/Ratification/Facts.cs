namespace Gongtui.Activities.Ratification;

/// <summary>Who holds a post.</summary>
/// <param name="People">In the order to be announced: 委员 by strokes of the surname, others as approved (R51).</param>
/// <param name="Vacant">Seats left empty.</param>
public sealed record PostHolders(string Post, IReadOnlyList<string> People, int Vacant);

/// <summary>Completed years of somebody elected on the day of the announcement (F22).</summary>
public sealed record ElectedAge(string Person, int Years);

/// <summary>The result was announced; from now on everybody may see it.</summary>
/// <param name="Ages">Of those elected whose birth date was known; the date itself is nobody's business here. Null in journals of before.</param>
public sealed record ResultAnnounced(IReadOnlyList<PostHolders> Posts, DateOnly On, string By, IReadOnlyList<ElectedAge>? Ages = null);

/// <summary>批复 of those posts that need approval (R60).</summary>
public sealed record Ratified(IReadOnlyList<PostHolders> Posts, string Number, DateOnly On, string By);

/// <summary>备案 of the other posts (R60).</summary>
public sealed record Filed(IReadOnlyList<PostHolders> Posts, string Number, DateOnly On, string By);

/// <summary>不予批复.</summary>
public sealed record NotRatified(string Reason, string By);
