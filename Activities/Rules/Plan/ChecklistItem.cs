namespace Gongtui.Activities.Rules.Plan;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>For reading.</summary>
    Note,

    /// <summary>A person must have seen it.</summary>
    Warn,

    /// <summary>The plan cannot be published.</summary>
    Block,
}

/// <summary>One line of the checklist before publishing a plan.</summary>
/// <param name="Key">Name of the parameter, or post and parameter such as "member.candidates".</param>
/// <param name="Name">What it is.</param>
/// <param name="Value">What the plan says.</param>
/// <param name="Default">What the plan would say by itself; null where only the unit can know.</param>
/// <param name="Rule">DOMAIN id of the rule that uses it.</param>
/// <param name="Severity">Block, warn or note.</param>
/// <param name="Message">Why it matters, or what is wrong.</param>
/// <param name="WhatToDo">Null when there is nothing to do.</param>
/// <param name="Proof">The rule's verdict on the numbers, where there is one.</param>
public sealed record ChecklistItem(
    string Key, Text Name, Text Value, Text? Default, string Rule, Severity Severity, Text Message,
    Text? WhatToDo = null, Verdict? Proof = null)
{
    /// <summary>What, filled into the field of this name, puts it right; null when nothing is wrong or a person has to choose.</summary>
    public string? Fix { get; init; }
}
