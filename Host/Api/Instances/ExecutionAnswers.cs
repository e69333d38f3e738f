using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Contract;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Api.Instances;

/// <summary>Executions and journal lines in Elsa's shapes. Ids are made of the instance and the number in its journal, so that they can be found again.</summary>
internal sealed class ExecutionAnswers(ActivityRegistry registry)
{
    public static string IdOf(string instance, int run) => $"{instance}.{run.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The instance and the run that an id names; null for anything else.</summary>
    public static (string Instance, int Run)? Read(string? id) =>
        id?.LastIndexOf('.') is > 0 and var dot && int.TryParse(id.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            ? (id[..dot], run)
            : null;

    /// <summary>Counts of the nodes that were reached.</summary>
    public static JsonArray Stats(RunStory story, IReadOnlyCollection<string>? nodes) =>
    [
        .. story.Executions.Where(execution => nodes is null || nodes.Contains(execution.Node)).GroupBy(execution => execution.Node).Select(node => new JsonObject
        {
            ["activityId"] = node.First().Activity,
            ["activityNodeId"] = node.Key,
            ["startedCount"] = node.Count(),
            ["completedCount"] = node.Count(execution => execution.Status == "Completed"),
            ["uncompletedCount"] = node.Count(execution => execution.CompletedAt is null),
            ["isBlocked"] = node.Any(execution => execution is { CompletedAt: null, Waits: > 0 }),
            ["isFaulted"] = node.Any(execution => execution.Status == "Faulted"),
            ["aggregateFaultCount"] = node.Count(execution => execution.Status == "Faulted"),
            ["metadata"] = new JsonObject(),
        }),
    ];

    public static JsonObject Summary(OpenedRun run, Execution execution)
    {
        var json = Head(run, execution);
        json["id"] = IdOf(run.Row.Instance, execution.Run);
        return json;
    }

    public JsonObject Full(OpenedRun run, Execution execution)
    {
        var json = Head(run, execution);
        json["activityState"] = Inputs(run, execution);
        var payload = new JsonObject();
        if (execution.Outcomes.Count > 0) payload["Outcomes"] = new JsonArray([.. execution.Outcomes.Select(outcome => (JsonNode)outcome)]);
        if (run.SeesFacts)
            foreach (var (name, fact) in execution.Facts) payload[name] = Node(fact);
        if (payload.Count > 0) json["payload"] = payload;
        var outputs = new JsonObject();
        foreach (var (name, value) in execution.Outputs) outputs[name] = run.SeesFacts ? Node(value) : null;
        json["outputs"] = outputs;
        json["properties"] = new JsonObject();
        if (execution.LastFault is { } fault) json["exception"] = new JsonObject { ["type"] = fault.Type, ["message"] = fault.Message };
        if (execution.ScheduledBy is { } by && run.Story.Execution(by) is { } scheduler)
        {
            json["schedulingActivityExecutionId"] = IdOf(run.Row.Instance, by);
            json["schedulingActivityId"] = scheduler.Activity;
        }

        json["callStackDepth"] = Stack(run, execution).Count - 1;
        json["id"] = IdOf(run.Row.Instance, execution.Run);
        json["tenantId"] = "";
        return json;
    }

    /// <summary>How the run came to an execution, the first first.</summary>
    public static IReadOnlyList<Execution> Stack(OpenedRun run, Execution execution)
    {
        var stack = new List<Execution> { execution };
        while ((stack[^1].ScheduledBy ?? stack[^1].Parent) is { } before && run.Story.Execution(before) is { } caller && !stack.Contains(caller)) stack.Add(caller);
        stack.Reverse();
        return stack;
    }

    /// <param name="language">Of the names of events; null leaves them as they are recorded.</param>
    public static JsonObject Line(OpenedRun run, StoryEvent line, string? language)
    {
        var (execution, instance) = (line.Execution, run.Row.Instance);
        var json = new JsonObject
        {
            ["id"] = $"{instance}.e{line.Sequence.ToString(CultureInfo.InvariantCulture)}",
            ["activityInstanceId"] = IdOf(instance, execution.Run),
        };
        if (execution.Parent is { } parent) json["parentActivityInstanceId"] = IdOf(instance, parent);
        json["activityId"] = execution.Activity;
        json["activityType"] = execution.Type;
        json["activityTypeVersion"] = execution.Version;
        if (execution.Name is { } name) json["activityName"] = name;
        json["nodeId"] = execution.Node;
        json["timestamp"] = DefinitionJson.Instant(line.At);
        json["sequence"] = line.Sequence;
        json["eventName"] = language is null ? line.Event : EventWords.Of(line.Event, language);
        if (line.Message is { } message && (run.SeesFacts || !line.IsFact)) json["message"] = message;
        if (line.By is { } by) json["source"] = by;
        if (line.Payload is not null && (run.SeesFacts || !line.IsFact)) json["payload"] = JsonSerializer.SerializeToNode(line.Payload, ElsaAnswer.Options);
        return json;
    }

    private static JsonObject Head(OpenedRun run, Execution execution)
    {
        var json = new JsonObject
        {
            ["workflowInstanceId"] = run.Row.Instance,
            ["activityId"] = execution.Activity,
            ["activityNodeId"] = execution.Node,
            ["activityType"] = execution.Type,
            ["activityTypeVersion"] = execution.Version,
        };
        if (execution.Name is { } name) json["activityName"] = name;
        json["startedAt"] = DefinitionJson.Instant(execution.StartedAt);
        json["hasBookmarks"] = execution.Waits > 0;
        json["status"] = execution.Status;
        json["metadata"] = new JsonObject { ["HasRetryAttempts"] = false };
        json["aggregateFaultCount"] = execution.Faults;
        if (execution.CompletedAt is { } completed) json["completedAt"] = DefinitionJson.Instant(completed);
        return json;
    }

    /// <summary>The inputs as the diagram gives them. What an expression came to was used and not recorded, so the expression itself is shown.</summary>
    private JsonObject Inputs(OpenedRun run, Execution execution)
    {
        var state = new JsonObject();
        if (registry.Find(execution.Type) is not { } type) return state;
        JsonObject? found = null;
        foreach (var part in run.State.Graph.Sections.Prepend(run.State.Graph.Definition))
        {
            DiagramCheck.Nodes(part.Document["root"] as JsonObject, node =>
                found ??= node.Text("id") == execution.Activity && node.Text("type") == execution.Type ? node : null);
        }

        foreach (var input in type.Inputs)
        {
            if ((found?[JsonParts.Camel(input.Name)] as JsonObject)?["expression"] is not JsonObject expression) continue;
            var value = expression["value"];
            state[input.Name] = expression.Text("type") switch
            {
                "Literal" => value?.DeepClone(),
                "Object" => Parsed(value),
                var syntax => $"{syntax}: {(value is JsonValue text && text.TryGetValue<string>(out var code) ? code : value?.ToJsonString(DefinitionJson.Options))}",
            };
        }

        return state;
    }

    private static JsonNode? Parsed(JsonNode? value)
    {
        if (value is not JsonValue text || !text.TryGetValue<string>(out var json)) return value?.DeepClone();
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    internal static JsonNode? Node(object? value) => value is null ? null : JsonSerializer.SerializeToNode(Values.ToJson(value), DefinitionJson.Options);
}
