using System.Text.Json;
using Elsa.Workflows;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tenure;

namespace Gongtui.Activities.Elections;

/// <summary>What the first step of every procedure does: takes the roll as it was handed in with the start.</summary>
public static class RollStart
{
    /// <summary>Records the roll unless it is there already, and what the procedure before hands over, if one does.</summary>
    /// <returns>False after a refusal, when the caller returns at once.</returns>
    public static bool TakeRoll(this ActivityExecutionContext context)
    {
        if (context.Election().Unit is not null)
        {
            return true;
        }

        try
        {
            var roll = new RollTaken(
                context.Input<UnitRef>("unit"), context.Input<string>("title"), context.Input<IReadOnlyList<Person>>("roll"));
            if (Roll.Check(roll) is { } refusal)
            {
                context.Refuse(refusal);
                return false;
            }

            context.Record(roll);
            if (context.WorkflowInput.TryGetValue("origin", out var origin) && origin is not null)
            {
                context.Record(context.Input<CarriedOver>("origin"));
            }

            return true;
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return false;
        }
    }
}
