using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Tasks;

/// <summary>Base of every step that waits for people: who does it, and until when.</summary>
public abstract class StepActivity : Activity
{
    /// <summary>Instead of the step's own assignee.</summary>
    [Input(
        DisplayName = "承办 Assignee",
        Description = "由谁办理；留空为本环节的默认承办人。可写 person:编号、role:角色、unit:{unit}:角色，多个以逗号分隔。 Who does it; empty for the step's own default. person:ID, role:ROLE or unit:{unit}:ROLE, several with commas.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "", "unit:{unit}:staff", "unit:{unit}:committee", "unit:{unit}:investigator", "role:staff", "role:superior", "role:committee", "role:investigator", "role:auditor" },
        Category = "办理 Task",
        Order = 90)]
    public Input<string?> Assignee { get; set; } = new(default(string));

    /// <summary>Days until the task is due; late is shown, never refused.</summary>
    [Input(
        DisplayName = "办理期限（天） Due in days",
        Description = "从待办产生起的自然日；0 为不设期限。逾期只提醒，不影响办理。 Calendar days from opening; 0 for none. Late is shown, never refused.",
        UIHint = InputUIHints.SingleLine,
        Category = "办理 Task",
        DefaultValue = 0,
        Order = 91)]
    public Input<int> DueInDays { get; set; } = new(0);

    /// <summary>A task of this step for its assignee: the one of the diagram, else the default.</summary>
    /// <param name="role">Default role, within the unit that elects.</param>
    protected TaskRequest ForUnit(ActivityExecutionContext context, string kind, string role) =>
        For(context, kind, [Principals.Unit(context.Election().Unit.Needed("the roll").Id, role)]);

    /// <summary>A task of this step for its assignee: the one of the diagram, else the superior organisation.</summary>
    protected TaskRequest ForSuperior(ActivityExecutionContext context, string kind) =>
        For(context, kind, [Principals.Role(Principals.Superior)]);

    /// <summary>A task for these principals whatever the diagram says.</summary>
    protected TaskRequest ForEach(ActivityExecutionContext context, string kind, IReadOnlyList<string> principals)
    {
        var days = DueInDays.GetOrDefault(context);
        return new(kind, principals) { Due = days > 0 ? context.Now().AddDays(days) : null };
    }

    private TaskRequest For(ActivityExecutionContext context, string kind, IReadOnlyList<string> standard)
    {
        var named = Assignee.GetOrDefault(context)?
            .Replace("{unit}", context.Election().Unit.Needed("the roll").Id, StringComparison.Ordinal)
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return ForEach(context, kind, named is { Length: > 0 } ? named : standard);
    }
}
