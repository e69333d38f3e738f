using System.Text.Json;
using Elsa.Common;
using Elsa.Workflows;

namespace Gongtui.Activities.Elections;

/// <summary>What a step needs of its context: the election so far, the instant, and two ways out, a fact or a refusal.</summary>
public static class StepContext
{
    /// <summary>Name of the view under which the host shows the folded election to activities.</summary>
    public const string View = "election";

    private const string RefusalKey = "refusal";

    /// <summary>The election with every fact recorded so far, those of this burst among them.</summary>
    public static Election Election(this ActivityExecutionContext context) =>
        context.WorkflowExecutionContext.TransientProperties.TryGetValue(View, out var election)
            ? (Election)election
            : throw new InvalidOperationException("The host does not show the election to its activities.");

    /// <summary>The instant of the command, never the machine's clock.</summary>
    public static DateTimeOffset Now(this ActivityExecutionContext context) =>
        context.GetRequiredService<ISystemClock>().UtcNow;

    /// <summary>The local date of the command.</summary>
    public static DateOnly Today(this ActivityExecutionContext context) => LocalTime.DateOf(context.Now());

    /// <summary>Records a fact; its event name is the name of its record.</summary>
    public static void Record<TFact>(this ActivityExecutionContext context, TFact fact)
        where TFact : class =>
        context.AddExecutionLogEntry(typeof(TFact).Name, message: null, source: null, payload: FormReader.Write(fact));

    /// <summary>Refuses the command: nothing of it is recorded, and the caller gets the refusal.</summary>
    public static void Refuse(this ActivityExecutionContext context, Refusal refusal) =>
        context.WorkflowExecutionContext.TransientProperties[RefusalKey] = refusal;

    /// <summary>Records what was decided, or refuses.</summary>
    /// <returns>The fact; null after a refusal, when the caller returns at once.</returns>
    public static TFact? Decide<TFact>(this ActivityExecutionContext context, Decided<TFact> decided)
        where TFact : class
    {
        if (decided.Refusal is { } refusal)
        {
            context.Refuse(refusal);
            return null;
        }

        context.Record(decided.Fact!);
        return decided.Fact;
    }

    /// <summary>A value of the command's input.</summary>
    /// <exception cref="JsonException">It is missing or has another shape.</exception>
    public static T Input<T>(this ActivityExecutionContext context, string key)
    {
        if (!context.WorkflowInput.TryGetValue(key, out var raw) || raw is null)
        {
            throw new JsonException($"The input \"{key}\" is missing.", key, null, null);
        }

        if (raw is double number && !double.IsFinite(number))
        {
            throw new JsonException($"The input \"{key}\" is a number beyond all numbers.", key, null, null);
        }

        return raw is T value ? value : FormReader.Read<T>(raw as JsonElement? ?? JsonSerializer.SerializeToElement(raw, raw.GetType()));
    }
}
