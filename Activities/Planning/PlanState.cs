namespace Gongtui.Activities.Planning;

/// <summary>The plan in force, and who prepared it.</summary>
public sealed record PlanState(int Version, PlanForm Form, string By);
