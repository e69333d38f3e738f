using System.Text.Json.Nodes;
using Elsa.Workflows;
using Gongtui.Engine.State;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Texts;
using Gongtui.Host.Shell;

namespace Gongtui.Host.Api.Instances;

/// <summary>Runs in Elsa's shapes.</summary>
internal sealed class InstanceAnswers(Language language)
{
    /// <summary>Elsa's two words for how a run stands. A failed step waits for a person while the rest goes on, so the run is not over.</summary>
    public static (string Status, string SubStatus) Words(string status) => status switch
    {
        "Finished" => ("Finished", "Finished"),
        "Cancelled" => ("Finished", "Cancelled"),
        "Faulted" => ("Running", "Faulted"),
        _ => ("Running", "Suspended"),
    };

    /// <summary>A line of the list.</summary>
    /// <param name="version">The version of the procedure that it runs; null when that is gone.</param>
    /// <param name="updatedAt">Instant of the last command.</param>
    public JsonObject Line(ElectionRow row, ProcedureRow? version, DateTimeOffset updatedAt)
    {
        var (status, sub) = Words(row.Status);
        var json = new JsonObject
        {
            ["id"] = row.Instance,
            ["definitionId"] = version?.DefinitionId ?? "",
            ["definitionVersionId"] = row.Procedure,
            ["version"] = version?.Version ?? 0,
            ["status"] = status,
            ["subStatus"] = sub,
            ["name"] = language.T(row.TitleZh, row.TitleEn),
            ["incidentCount"] = row.Incidents,
            ["createdAt"] = DefinitionJson.Instant(row.StartedAt),
            ["updatedAt"] = DefinitionJson.Instant(updatedAt),
        };
        if (row.EndedAt is { } ended) json["finishedAt"] = DefinitionJson.Instant(ended);
        return json;
    }

    /// <summary>The whole run.</summary>
    public JsonObject Full(OpenedRun run)
    {
        var state = run.State;
        var json = Line(run.Row, null, state.At);
        (json["definitionId"], json["definitionVersionId"], json["version"]) = (state.Graph.DefinitionId, state.Graph.VersionId, state.Graph.Version);
        if (state.CorrelationId is { } correlation) json["correlationId"] = correlation;
        (json["isSystem"], json["isExecuting"]) = (false, false);
        json["workflowState"] = State(run);
        return json;
    }

    public static JsonObject ExecutionState(OpenedRun run)
    {
        var (status, sub) = Words(run.Row.Status);
        return new JsonObject { ["status"] = status, ["subStatus"] = sub, ["updatedAt"] = DefinitionJson.Instant(run.State.At) };
    }

    public static JsonObject Variables(OpenedRun run)
    {
        var items = new JsonArray();
        foreach (var (id, name, value) in run.State.AllVariables())
        {
            var item = new JsonObject { ["id"] = id, ["name"] = name };
            if (value is not null && run.SeesFacts) item["value"] = ExecutionAnswers.Node(value);
            items.Add(item);
        }

        return new JsonObject { ["items"] = items, ["count"] = items.Count };
    }

    public JsonObject State(OpenedRun run)
    {
        var (row, state) = (run.Row, run.State);
        var (status, sub) = Words(row.Status);
        var json = new JsonObject
        {
            ["id"] = row.Instance,
            ["definitionId"] = state.Graph.DefinitionId,
            ["definitionVersionId"] = state.Graph.VersionId,
            ["definitionVersion"] = state.Graph.Version,
            ["name"] = language.T(row.TitleZh, row.TitleEn),
            ["status"] = status,
            ["subStatus"] = sub,
            ["isExecuting"] = false,
            ["bookmarks"] = new JsonArray([.. state.Bookmarks.Select(place => Bookmark(run, place))]),
            ["incidents"] = new JsonArray([.. state.Incidents.Where(incident => incident.Open).Select(incident => Incident(run, incident))]),
            ["isSystem"] = false,
            ["completionCallbacks"] = new JsonArray(),
            ["activityExecutionContexts"] = new JsonArray([.. run.Story.Executions.Where(execution => execution.Run == 0 || execution.CompletedAt is null).Select(execution => Context(run, execution))]),
            ["scheduledActivities"] = new JsonArray(),
            ["executionLogSequence"] = state.Sequence,
            ["input"] = Values(run, state.Input),
            ["output"] = Values(run, state.Output),
            ["properties"] = new JsonObject(),
            ["createdAt"] = DefinitionJson.Instant(state.StartedAt),
            ["updatedAt"] = DefinitionJson.Instant(state.At),
        };
        if (state.CorrelationId is { } correlation) json["correlationId"] = correlation;
        if (row.EndedAt is { } ended) json["finishedAt"] = DefinitionJson.Instant(ended);
        return json;
    }

    private static JsonObject Bookmark(OpenedRun run, WaitingPlace place)
    {
        var json = new JsonObject
        {
            ["id"] = place.Id,
            ["name"] = place.Name,
            ["hash"] = place.Id,
            ["activityId"] = run.Story.Execution(place.Run)?.Activity,
            ["activityNodeId"] = run.Story.Execution(place.Run)?.Node,
            ["activityInstanceId"] = ExecutionAnswers.IdOf(run.Row.Instance, place.Run),
            ["createdAt"] = DefinitionJson.Instant(run.Story.Events.FirstOrDefault(line => line.Sequence == place.Since)?.At ?? run.State.At),
            ["autoBurn"] = place.AutoBurn,
            ["autoComplete"] = false,
        };
        if (place.Stimulus is not null) json["payload"] = ExecutionAnswers.Node(place.Stimulus);
        return json;
    }

    private static JsonObject Incident(OpenedRun run, Incident incident) => new()
    {
        ["activityId"] = run.Story.Execution(incident.Run)?.Activity,
        ["activityNodeId"] = run.Story.Execution(incident.Run)?.Node,
        ["activityInstanceId"] = ExecutionAnswers.IdOf(run.Row.Instance, incident.Run),
        ["activityType"] = run.Story.Execution(incident.Run)?.Type,
        ["message"] = incident.Message,
        ["exception"] = new JsonObject { ["type"] = incident.Type, ["message"] = incident.Message },
        ["timestamp"] = DefinitionJson.Instant(incident.At),
    };

    private static JsonObject Context(OpenedRun run, Execution execution)
    {
        var json = new JsonObject
        {
            ["id"] = ExecutionAnswers.IdOf(run.Row.Instance, execution.Run),
            ["callStackDepth"] = ExecutionAnswers.Stack(run, execution).Count - 1,
            ["scheduledActivityNodeId"] = execution.Node,
            ["properties"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["activityState"] = new JsonObject(),
            ["dynamicVariables"] = new JsonArray(),
            ["status"] = execution.Status,
            ["isExecuting"] = false,
            ["faultCount"] = execution.Faults,
            ["startedAt"] = DefinitionJson.Instant(execution.StartedAt),
        };
        if (execution.Parent is { } parent)
        {
            json["parentContextId"] = ExecutionAnswers.IdOf(run.Row.Instance, parent);
            json["ownerActivityNodeId"] = run.Story.Execution(parent)?.Node;
        }

        if (execution.CompletedAt is { } completed) json["completedAt"] = DefinitionJson.Instant(completed);
        return json;
    }

    /// <summary>An election begins with its roll: whoever does not see facts does not see that either.</summary>
    private static JsonObject Values(OpenedRun run, IReadOnlyDictionary<string, object?> values)
    {
        var json = new JsonObject();
        if (run.SeesFacts)
            foreach (var (name, value) in values) json[name] = ExecutionAnswers.Node(value);
        return json;
    }
}
