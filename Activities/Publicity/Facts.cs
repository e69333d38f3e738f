namespace Gongtui.Activities.Publicity;

/// <summary>公示 begins (F18).</summary>
/// <param name="From">Day of posting; it does not count.</param>
/// <param name="Last">Last day, to 24:00 local time.</param>
/// <param name="WorkingDays">Length.</param>
/// <param name="People">Who is shown.</param>
/// <param name="UncertainYears">Years of the period without a published calendar, counted by weekends only: staff must check the last day.</param>
public sealed record PublicityStarted(
    DateOnly From, DateOnly Last, int WorkingDays, IReadOnlyList<string> People, IReadOnlyList<int> UncertainYears);

/// <summary>Somebody objects.</summary>
/// <param name="Objection"><c>objection-n</c>, unique in the election.</param>
/// <param name="About">Person shown, against whom it is.</param>
/// <param name="Text">What is said.</param>
/// <param name="By">Who says it: objections are signed.</param>
public sealed record ObjectionFiled(string Objection, string About, string Text, string By);

/// <summary>The inquiry ended.</summary>
/// <param name="Upheld">异议成立: the person leaves the list.</param>
/// <param name="Finding">What was found.</param>
public sealed record ObjectionDecided(string Objection, string About, bool Upheld, string Finding, string By);

/// <summary>The notice period is over; open inquiries still hold the next step.</summary>
public sealed record PublicityEnded(DateOnly Last, int Objections);
