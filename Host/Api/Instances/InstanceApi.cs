using System.Text.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Api.Instances;

/// <summary>One run: its state, journal and variables; cancelling it. A record is never deleted, written over or brought in from outside.</summary>
internal static class InstanceApi
{
    private const int MostLines = 5000;

    public static void MapInstances(this RouteGroupBuilder api)
    {
        var instances = api.MapGroup("/workflow-instances/{id}");
        instances.MapGet("", (string id, HttpContext context, InstanceDoor door, CallerAccessor callers, InstanceAnswers answers) =>
            OpenAsync(id, context, door, callers, answers.Full));
        instances.MapGet("/execution-state", (string id, HttpContext context, InstanceDoor door, CallerAccessor callers) =>
            OpenAsync(id, context, door, callers, InstanceAnswers.ExecutionState));
        instances.MapGet("/variables", (string id, HttpContext context, InstanceDoor door, CallerAccessor callers) =>
            OpenAsync(id, context, door, callers, InstanceAnswers.Variables));
        instances.MapPost("/variables", (string id, HttpContext context) => ElsaAnswer.Refused(context, InstanceRefusals.WrittenByTheFlowOnly));
        instances.MapGet("/journal", (string id, HttpContext context, InstanceDoor door, CallerAccessor callers, Language language) =>
            JournalAsync(id, [], context, door, callers, language));
        instances.MapPost("/journal", async (string id, HttpContext context, InstanceDoor door, CallerAccessor callers, Language language) =>
        {
            var body = await context.Request.OptionalBodyAsync();
            return body.Accepted
                ? await JournalAsync(id, body.Value["filter"] as JsonObject ?? [], context, door, callers, language)
                : ElsaAnswer.Refused(context, body.Refusal);
        });
        instances.MapGet("/journal/{activity}", LastLineAsync);
        instances.MapGet("/export", ExportAsync);
        instances.MapPost("/export", ExportAsync);
        instances.MapDelete("", async (string id, HttpContext context, InstanceDoor door, CallerAccessor callers) =>
            ElsaAnswer.Of(context, await door.RowAsync(id, callers.Current, context.RequestAborted), _ => ElsaAnswer.Refused(context, InstanceRefusals.Kept)));
        api.MapPost("/cancel/workflow-instances/{id}", CancelAsync);
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/cancel/workflow-instances", CancelManyAsync);
        bulk.MapPost("/delete/workflow-instances", DeleteManyAsync);
        bulk.MapPost("/delete/workflow-instances/by-id", DeleteManyAsync);
        bulk.MapPost("/export/workflow-instances", ExportManyAsync);
        bulk.MapPost("/import/workflow-instances", (HttpContext context) => ElsaAnswer.Refused(context, InstanceRefusals.NotBroughtIn)).DisableAntiforgery();
    }

    private static async Task<IResult> OpenAsync(string id, HttpContext context, InstanceDoor door, CallerAccessor callers, Func<OpenedRun, JsonObject> show) =>
        ElsaAnswer.Of(context, await door.OpenAsync(id, callers.Current, context.RequestAborted), run => ElsaAnswer.Ok(show(run)));

    private static async Task<IResult> JournalAsync(
        string id, JsonObject filter, HttpContext context, InstanceDoor door, CallerAccessor callers, Language language)
    {
        var opened = await door.OpenAsync(id, callers.Current, context.RequestAborted);
        // Elsa's viewer asks for the journal of a run that it has just been told is gone.
        if (!opened.Accepted) return ElsaAnswer.Ok(new { items = Array.Empty<string>(), totalCount = 0 });
        var (nodes, activities, events, not) = (filter.Texts("activityNodeIds"), filter.Texts("activityIds"), filter.Texts("eventNames"), filter.Texts("excludedActivityTypes"));
        var lines = opened.Value.Story.Events.Where(line =>
            (nodes.Count == 0 || nodes.Contains(line.Execution.Node)) && (activities.Count == 0 || activities.Contains(line.Execution.Activity))
            && (events.Count == 0 || events.Contains(line.Event)) && !not.Contains(line.Execution.Type)).ToList();
        var request = context.Request;
        var take = Math.Clamp(request.Number("take") ?? request.Number("pageSize") ?? MostLines, 0, MostLines);
        var skip = request.Number("skip") ?? (request.Number("page") ?? 0) * take;
        return ElsaAnswer.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. lines.Skip(skip).Take(take).Select(line => ExecutionAnswers.Line(opened.Value, line, language.Code))]),
            ["totalCount"] = lines.Count,
        });
    }

    private static async Task<IResult> LastLineAsync(
        string id, string activity, HttpContext context, InstanceDoor door, CallerAccessor callers, Language language)
    {
        var opened = await door.OpenAsync(id, callers.Current, context.RequestAborted);
        if (!opened.Accepted) return ElsaAnswer.Refused(context, opened.Refusal);
        var run = opened.Value;
        if (run.Story.Events.LastOrDefault(line => line.Execution.Activity == activity) is not { } last)
            return ElsaAnswer.Refused(context, ProcedureRefusals.Unknown(activity));
        var json = ExecutionAnswers.Line(run, last, language.Code);
        (json["workflowDefinitionId"], json["workflowDefinitionVersionId"]) = (run.State.Graph.DefinitionId, run.State.Graph.VersionId);
        (json["workflowInstanceId"], json["workflowVersion"]) = (id, run.State.Graph.Version);
        json["activityNodeId"] = last.Execution.Node;
        json.Remove("nodeId");
        return ElsaAnswer.Ok(json);
    }

    private static async Task<IResult> ExportAsync(string id, HttpContext context, InstanceDoor door, CallerAccessor callers, InstanceAnswers answers) =>
        ElsaAnswer.Of(context, await door.OpenAsync(id, callers.Current, context.RequestAborted), run => ElsaAnswer.File(FileOf(run, answers)));

    private static async Task<IResult> ExportManyAsync(HttpContext context, InstanceDoor door, CallerAccessor callers, InstanceAnswers answers)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var files = new List<ExportedFile>();
        foreach (var id in body.Value.Texts("ids").Take(100))
            if (await door.OpenAsync(id, callers.Current, context.RequestAborted) is { Accepted: true, Value: var run }) files.Add(FileOf(run, answers));
        return files switch
        {
            [] => ElsaAnswer.Refused(context, KernelRefusals.UnknownElection("")),
            [var one] => ElsaAnswer.File(one),
            _ => ElsaAnswer.File(await ExportedFile.ZipAsync("workflow-instances.zip", files, context.RequestAborted)),
        };
    }

    private static ExportedFile FileOf(OpenedRun run, InstanceAnswers answers) => new(
        $"workflow-instance-{run.Row.Instance}.json",
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["WorkflowState"] = answers.State(run),
                ["WorkflowExecutionLogRecords"] = new JsonArray([.. run.Story.Events.Select(line => ExecutionAnswers.Line(run, line, null))]),
            },
            DefinitionJson.Options));

    /// <summary>Ends an election in the caller's name, if that is theirs to do; the journal says who asked.</summary>
    private static async Task<IResult> CancelAsync(string id, HttpContext context, IMediator mediator, InstanceDoor door, CallerAccessor callers)
    {
        // As in Elsa, a run that is not there counts as cancelled.
        if (!(await door.RowAsync(id, callers.Current, context.RequestAborted)).Accepted) return Results.Ok();
        return ElsaAnswer.Of(context, await mediator.Send(new CancelRun(id), context.RequestAborted), _ => Results.Ok());
    }

    private static async Task<IResult> CancelManyAsync(HttpContext context, IMediator mediator)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        return ElsaAnswer.Of(
            context,
            await mediator.Send(new CancelRuns(body.Value.Texts("ids"), body.Value.Text("definitionVersionId"), body.Value.Text("definitionId")), context.RequestAborted),
            done => ElsaAnswer.Ok(new { cancelled = done.Count }));
    }

    private static async Task<IResult> DeleteManyAsync(HttpContext context, InstanceDoor door, CallerAccessor callers)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        foreach (var id in body.Value.Texts("ids").Take(100))
            if ((await door.RowAsync(id, callers.Current, context.RequestAborted)).Accepted) return ElsaAnswer.Refused(context, InstanceRefusals.Kept);
        return ElsaAnswer.Ok(new { deleted = 0 });
    }
}
