using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Host.Elections;

namespace Gongtui.Host.Audit;

/// <summary>What an entry of the journal says, in words.</summary>
/// <param name="What">The kind of entry.</param>
/// <param name="About">What it is about: a step, a task, an event; empty when there is nothing to add.</param>
/// <param name="Technical">How the program keeps its place; nothing that a person did or decided.</param>
public readonly record struct EntryWords(Text What, Text About, bool Technical)
{
    private static readonly Text Nothing = new("", "");

    public static EntryWords Of(Entry entry, WorkflowGraph graph) => entry switch
    {
        Started => new(new("选举开始", "The election began"), Nothing, false),
        Resumed resumed => new(new("办理", "Somebody went on"), Same(TaskOf(resumed)), true),
        TimerFired => new(new("到达预定时间", "A time was reached"), Nothing, false),
        Told told => new(FactWords.Of(told.Event), Nothing, false),
        CancelAsked asked => new(new("终止选举", "The election was cancelled"), Same(asked.Reason), false),
        RetryAsked asked => new(new("重试出错的环节", "A failed step was tried again"), Same($"#{asked.Incident}"), false),
        SkipAsked asked => new(new("跳过出错的环节", "A failed step was passed over"), Same(asked.Reason), false),
        Migrated => new(new("改用程序的另一版本", "The election moved to another version of its procedure"), Nothing, false),
        Executing executing => new(new("环节开始", "A step began"), Step(graph, executing.Activity), !IsStep(graph, executing.Activity)),
        Completed completed => new(new("环节结束", "A step ended"), Same(string.Join(", ", completed.Outcomes)), true),
        Canceled => new(new("环节取消", "A step was cancelled"), Nothing, true),
        Faulted faulted => new(new("环节出错", "A step failed"), Same(faulted.Message), false),
        Waiting waiting => new(new("等待", "Waits"), Same(waiting.Name), true),
        Burned => new(new("不再等待", "Waits no more"), Nothing, true),
        VariableSet set => new(new("变量赋值", "A variable was set"), Same(set.Variable), true),
        PropertySet set => new(new("环节内部状态", "A step's own state"), Same(set.Key), true),
        OutputSet set => new(new("输出", "An output"), Same(set.Name), true),
        TokensMoved => new(new("流转", "The flow moved"), Nothing, true),
        Logged logged => FactWords.Knows(logged.Event)
            ? new(FactWords.Of(logged.Event), TaskTitle(logged), false)
            : new(new("日志", "A note"), Same(logged.Message ?? logged.Event), true),
        Spawned spawned => new(new("启动另一程序", "Another procedure was started"), Same(spawned.DefinitionId), false),
        Ended { Kind: EndKind.Finished } => new(new("选举结束", "The election ended"), Nothing, false),
        Ended => new(new("选举已终止", "The election is cancelled"), Nothing, false),
        _ => new(Same(entry.GetType().Name), Nothing, true),
    };

    /// <summary>The recorded data of an entry; undefined when it carries none.</summary>
    public static JsonElement Payload(Entry entry) => entry switch
    {
        Logged logged => logged.Payload ?? default,
        Told told => told.Payload,
        _ => default,
    };

    /// <summary>The run of the activity that an entry belongs to; 0 for none.</summary>
    public static int Run(Entry entry) => entry switch
    {
        Executing executing => executing.Run,
        Completed completed => completed.Run,
        Faulted faulted => faulted.Run,
        Waiting waiting => waiting.Run,
        Logged logged => logged.Run,
        _ => 0,
    };

    private static Text Step(WorkflowGraph graph, string activity) =>
        graph.Find(activity) is { } node ? StepNames.Of(node.Activity.Type) : Same(activity);

    private static bool IsStep(WorkflowGraph graph, string activity) =>
        graph.Find(activity)?.Activity.Type.StartsWith("Gongtui.", StringComparison.Ordinal) == true;

    private static Text TaskTitle(Logged logged)
    {
        if (logged.Payload is not { ValueKind: JsonValueKind.Object } payload) return Nothing;
        if (payload.TryGetProperty("kind", out var kind) && TaskCatalog.All.FirstOrDefault(known => known.Id == kind.GetString()) is { } known)
            return known.Name;
        return payload.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String ? Same(title.GetString()) : Nothing;
    }

    private static string? TaskOf(Resumed resumed) =>
        resumed.Input.GetValueOrDefault("completion") is JsonElement { ValueKind: JsonValueKind.Object } completion
        && completion.TryGetProperty("task", out var task) ? task.GetString() : null;

    private static Text Same(string? text) => text is null ? Nothing : new(text, text);
}
