using System.Runtime.CompilerServices;
using Elsa.Common;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Gongtui.Contract;

namespace Elsa.Extensions;

/// <summary>Readers of an input.</summary>
public static class InputExtensions
{
    public static T? GetOrDefault<T>(this Input<T>? input, ActivityExecutionContext context, Func<T>? defaultValue = null)
    {
        var value = context.Get(input);
        return value is not null ? value : defaultValue is null ? default : defaultValue();
    }

    public static T Get<T>(this Input<T>? input, ActivityExecutionContext context, [CallerArgumentExpression(nameof(input))] string? inputName = null) =>
        context.Get(input) ?? throw new InvalidOperationException($"{inputName} is required.");
}

/// <summary>Shorthands on the context of an activity.</summary>
public static class ActivityExecutionContextExtensions
{
    public static bool TryGetWorkflowInput<T>(this ActivityExecutionContext context, string key, out T value)
    {
        var found = context.WorkflowInput.TryGetValue(key, out var raw);
        value = found ? Values.To<T>(raw)! : default!;
        return found;
    }

    public static T GetWorkflowInput<T>(this ActivityExecutionContext context, string key) =>
        Values.To<T>(context.WorkflowInput[key])!;

    public static T GetWorkflowInput<T>(this ActivityExecutionContext context) => context.GetWorkflowInput<T>(typeof(T).Name);

    public static void SetResult(this ActivityExecutionContext context, object? value) =>
        context.Set((context.Activity as IActivityWithResult)?.Result, value, "Result");

    public static T? GetVariable<T>(this ActivityExecutionContext context, string name) =>
        Values.To<T>(context.GetVariableByName(name));

    public static void SetVariable(this ActivityExecutionContext context, string name, object? value) =>
        context.SetVariableByName(name, value);

    public static bool IsTriggerOfWorkflow(this ActivityExecutionContext context) =>
        context.IsTrigger(context.Activity.Id);
}

/// <summary>Waiting for a time.</summary>
public static class DelayActivityExecutionContextExtensions
{
    public static void DelayFor(this ActivityExecutionContext context, TimeSpan delay, ExecuteActivityDelegate? callback = null) =>
        context.DelayUntil(context.GetRequiredService<ISystemClock>().UtcNow.Add(delay), callback);

    public static void DelayUntil(this ActivityExecutionContext context, DateTimeOffset resumeAt, ExecuteActivityDelegate? callback = null) =>
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = "Elsa.Delay",
            Stimulus = new Elsa.Scheduling.Bookmarks.DelayPayload(resumeAt),
            Callback = callback,
        });
}
