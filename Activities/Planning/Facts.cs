using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Planning;

/// <summary>The roll as it stood when the election was started: everybody with their rights.</summary>
public sealed record RollTaken(UnitRef Unit, string Title, IReadOnlyList<Person> People);

/// <summary>实施方案, as the person fills it in.</summary>
/// <param name="Parameters">Posts, seats, mode and every parameter that the sources leave open.</param>
/// <param name="MeetingOn">Planned local date of the electing meeting.</param>
/// <param name="Place">Where it meets.</param>
/// <param name="Conditions">任职条件: what nominees must meet.</param>
/// <param name="Reasons">Why the plan departs from a default; needed when it does.</param>
/// <param name="Incumbents">补选: person ids of those who keep their seats and do not stand; null for none.</param>
public sealed record PlanForm(
    PlanParameters Parameters, DateOnly MeetingOn, string Place, string Conditions, string? Reasons = null,
    IReadOnlyList<string>? Incumbents = null);

/// <summary>A plan was drafted, for the first time or again after it came back.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="By">Who prepared it; may not approve it.</param>
public sealed record PlanDrafted(int Version, PlanForm Plan, string By);
