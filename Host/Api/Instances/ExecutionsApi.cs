using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Api.Instances;

/// <summary>Executions of activities: the colours of the diagram and the details below it.</summary>
internal static class ExecutionsApi
{
    public static void MapExecutions(this RouteGroupBuilder api)
    {
        api.MapPost("/activity-executions/report", ReportAsync);
        api.MapGet("/activity-executions/list", (HttpContext context, InstanceDoor door, CallerAccessor callers, ExecutionAnswers answers) =>
            ListAsync(context, door, callers, answers.Full));
        api.MapGet("/activity-execution-summaries/list", (HttpContext context, InstanceDoor door, CallerAccessor callers) =>
            ListAsync(context, door, callers, ExecutionAnswers.Summary));
        api.MapGet("/activity-executions/count", CountAsync);
        api.MapGet("/activity-executions/by-id", (HttpContext context, InstanceDoor door, CallerAccessor callers, ExecutionAnswers answers) =>
            FindAsync(context.Request.Text("id"), context, door, callers, answers.Full));
        api.MapGet("/activity-executions/{id}", (string id, HttpContext context, InstanceDoor door, CallerAccessor callers, ExecutionAnswers answers) =>
            FindAsync(id, context, door, callers, answers.Full));
        api.MapGet("/activity-executions/{id}/call-stack", (string id, HttpContext context, InstanceDoor door, CallerAccessor callers, ExecutionAnswers answers) =>
            FindAsync(id, context, door, callers, (run, execution) => CallStack(id, run, execution, answers)));
    }

    private static async Task<IResult> ReportAsync(HttpContext context, InstanceDoor door, CallerAccessor callers)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var opened = await door.OpenAsync(body.Value.Text("workflowInstanceId") ?? "", callers.Current, context.RequestAborted);
        var nodes = body.Value["activityNodeIds"] is JsonArray ? body.Value.Texts("activityNodeIds").ToHashSet(StringComparer.Ordinal) : null;
        return ElsaAnswer.Ok(new JsonObject { ["stats"] = opened.Accepted ? ExecutionAnswers.Stats(opened.Value.Story, nodes) : [] });
    }

    private static async Task<IResult> ListAsync(HttpContext context, InstanceDoor door, CallerAccessor callers, Func<OpenedRun, Execution, JsonObject> show)
    {
        var opened = await door.OpenAsync(context.Request.Text("workflowInstanceId") ?? "", callers.Current, context.RequestAborted);
        var items = opened.Accepted ? new JsonArray([.. Chosen(opened.Value, context.Request).Select(execution => show(opened.Value, execution))]) : [];
        return ElsaAnswer.Ok(new JsonObject { ["items"] = items, ["count"] = items.Count });
    }

    private static async Task<IResult> CountAsync(HttpContext context, InstanceDoor door, CallerAccessor callers)
    {
        var opened = await door.OpenAsync(context.Request.Text("workflowInstanceId") ?? "", callers.Current, context.RequestAborted);
        return ElsaAnswer.Ok(new { count = opened.Accepted ? Chosen(opened.Value, context.Request).Count() : 0 });
    }

    private static async Task<IResult> FindAsync(
        string? id, HttpContext context, InstanceDoor door, CallerAccessor callers, Func<OpenedRun, Execution, JsonObject> show)
    {
        if (ExecutionAnswers.Read(id) is not { } named) return ElsaAnswer.Refused(context, ProcedureRefusals.Unknown(id ?? ""));
        var opened = await door.OpenAsync(named.Instance, callers.Current, context.RequestAborted);
        if (!opened.Accepted) return ElsaAnswer.Refused(context, opened.Refusal);
        return opened.Value.Story.Execution(named.Run) is { } execution
            ? ElsaAnswer.Ok(show(opened.Value, execution))
            : ElsaAnswer.Refused(context, ProcedureRefusals.Unknown(id!));
    }

    private static JsonObject CallStack(string id, OpenedRun run, Execution execution, ExecutionAnswers answers)
    {
        var stack = ExecutionAnswers.Stack(run, execution);
        return new JsonObject
        {
            ["activityExecutionId"] = id,
            ["items"] = new JsonArray([.. stack.Where(step => step.Run > 0).Select(step => answers.Full(run, step))]),
            ["totalCount"] = stack.Count(step => step.Run > 0),
        };
    }

    private static IEnumerable<Execution> Chosen(OpenedRun run, HttpRequest request)
    {
        var (node, activity, completed) = (request.Text("activityNodeId"), request.Text("activityId"), request.Flag("completed"));
        return run.Story.Executions.Where(execution =>
            (node is null || execution.Node == node) && (activity is null || execution.Activity == activity)
            && (completed is null || execution.Status == "Completed" == completed));
    }
}
