using Elsa.Scheduling.Bookmarks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Expressions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;

namespace Gongtui.Engine.Execution;

/// <summary>What an activity does through its context, as entries.</summary>
internal sealed partial class Burst
{
    public object? Evaluate(ActivityExecutionContext context, Input input) =>
        input.Convert(input.Compiled!.Evaluate(context));

    public Bookmark CreateBookmark(ActivityRun run, CreateBookmarkArgs args)
    {
        var callback = args.Callback is null ? null : Callbacks.NameOf(run.Node.Activity, args.Callback);
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{run.Id}-{State.Sequence + 1}");
        var stimulus = Values.Normalize(args.Stimulus);
        DateTimeOffset? due = args.Stimulus switch
        {
            DelayPayload delay => delay.ResumeAt.ToUniversalTime(),
            StartAtPayload start => start.ExecuteAt.ToUniversalTime(),
            _ => null,
        };
        Emit(new Waiting(run.Id, id, args.BookmarkName ?? run.Node.Activity.Type, stimulus, callback, args.AutoBurn, due));
        return new Bookmark(id, args.BookmarkName ?? run.Node.Activity.Type, args.Stimulus, run.Node.Id, run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public void BurnBookmarks(ActivityRun run)
    {
        if (State.Bookmarks.Count == 0)
            return;
        foreach (var place in State.Bookmarks.Where(b => b.Run == run.Id).ToArray())
            Emit(new Burned(place.Id));
    }

    public void SetVariable(ActivityRun run, string id, object? value) =>
        SetVariable(State.Find(run, v => v.Id == id), id, value);

    public void SetVariableByName(ActivityRun run, string name, object? value) =>
        SetVariable(State.Find(run, v => v.Name == name), name, value);

    public void SetProperty(ActivityRun run, string key, object? value) =>
        Emit(new PropertySet(run.Id, key, Values.Normalize(value)));

    public void SetOutput(ActivityRun run, Output? output, string name, object? value)
    {
        var normal = Values.Normalize(value);
        Emit(new OutputSet(run.Id, name[(name.LastIndexOf('.') + 1)..], normal));
        if (output?.Reference is { } reference && State.HasVariable(run, reference.Id))
            SetVariable(run, reference.Id, normal);
    }

    public void SetWorkflowOutput(string name, object? value) => Emit(new OutputSet(0, name, Values.Normalize(value)));

    public void Log(ActivityRun run, string name, string? message, object? payload)
    {
        Emit(new Logged(run.Id, name, message, payload is null ? null : payload is JsonElement e ? e : JsonSerializer.SerializeToElement(payload, payload.GetType(), Values.Json)));
        ShowViews();
    }

    /// <summary>Has another workflow started once this burst is stored.</summary>
    /// <returns>The instance id that the child will have.</returns>
    public string Spawn(ActivityRun run, string definitionId, IReadOnlyDictionary<string, object?> input, string? correlationId, string? bookmark)
    {
        var child = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{State.InstanceId}.{State.Sequence + 1}");
        Emit(new Spawned(run.Id, child, definitionId, input, correlationId, bookmark));
        return child;
    }

    private void SetVariable((int Scope, VariableDeclaration Declaration)? found, string idOrName, object? value)
    {
        if (found is not { } place)
            throw new InvalidOperationException($"Variable '{idOrName}' not found.");
        Emit(new VariableSet(place.Scope, place.Declaration.Id, place.Declaration.Coerce(Values.Normalize(value))));
    }
}
