using System.Text.Json.Nodes;
using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using MediatR;

namespace Gongtui.Host.Api.Instances;

/// <summary>Starting runs from the editor or by Elsa's clients.</summary>
internal static class RunApi
{
    private const int MostAtOnce = 100;

    public static void MapRuns(this RouteGroupBuilder api)
    {
        var definition = api.MapGroup("/workflow-definitions/{definitionId}");
        definition.MapPost("/execute", ExecuteAsync);
        definition.MapGet("/execute", ExecuteAsync);
        definition.MapPost("/dispatch", DispatchAsync);
        definition.MapPost("/bulk-dispatch", DispatchManyAsync);
        api.MapPost("/tests/activities", (HttpContext context) => ElsaAnswer.Refused(context, InstanceRefusals.NotByItself));
    }

    private static async Task<IResult> ExecuteAsync(
        string definitionId, HttpContext context, IMediator mediator, InstanceDoor door, CallerAccessor callers, InstanceAnswers answers)
    {
        var body = await BodyAsync(context.Request);
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var started = await mediator.Send(Asked(definitionId, body.Value), context.RequestAborted);
        if (!started.Accepted) return ElsaAnswer.Refused(context, started.Refusal);
        context.Response.Headers["x-elsa-workflow-instance-id"] = started.Value.Instance;
        context.Response.Headers["x-elsa-workflow-cannot-start"] = "False";
        var opened = await door.OpenAsync(started.Value.Instance, callers.Current, context.RequestAborted);
        return ElsaAnswer.Ok(new JsonObject { ["workflowState"] = opened.Accepted ? answers.State(opened.Value) : [] });
    }

    private static async Task<IResult> DispatchAsync(string definitionId, HttpContext context, IMediator mediator)
    {
        var body = await BodyAsync(context.Request);
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        return ElsaAnswer.Of(context, await mediator.Send(Asked(definitionId, body.Value), context.RequestAborted), started => ElsaAnswer.Ok(new { workflowInstanceId = started.Instance }));
    }

    private static async Task<IResult> DispatchManyAsync(string definitionId, HttpContext context, IMediator mediator)
    {
        var body = await BodyAsync(context.Request);
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var ids = new List<string>();
        for (var i = 0; i < Math.Clamp(body.Value.Number("count") ?? 1, 1, MostAtOnce); i++)
        {
            var started = await mediator.Send(Asked(definitionId, body.Value), context.RequestAborted);
            if (!started.Accepted) return ElsaAnswer.Refused(context, started.Refusal);
            ids.Add(started.Value.Instance);
        }

        return ElsaAnswer.Ok(new { workflowInstanceIds = ids });
    }

    private static StartRun Asked(string definitionId, JsonObject body) => new(
        definitionId, new(body.Text("versionOptions") is { Length: > 0 } version ? version : "Published"), body.Text("correlationId"), body.Text("triggerActivityId"),
        (body["input"] as JsonObject ?? []).ToDictionary(property => property.Key, property => (object?)property.Value?.DeepClone(), StringComparer.Ordinal));

    /// <summary>The body, or the same in the query.</summary>
    private static async Task<Result<JsonObject>> BodyAsync(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method)) return await request.OptionalBodyAsync();
        var body = new JsonObject();
        foreach (var name in new[] { "correlationId", "triggerActivityId", "versionOptions" })
            if (request.Text(name) is { Length: > 0 } text) body[name] = text;
        if (request.Text("input") is { Length: > 0 } input)
        {
            try
            {
                body["input"] = JsonNode.Parse(input) as JsonObject;
            }
            catch (System.Text.Json.JsonException)
            {
                return Refusals.Invalid(new("参数 input 不是有效的 JSON。", "The parameter input is not valid JSON."), "{ … }");
            }
        }

        return body;
    }
}

/// <summary>Starts a run of a procedure without steps of an election. Elections are started on their own page, with a unit and its roll.</summary>
[AllowedTo(Roles.Designer)]
public sealed record StartRun(
    string DefinitionId, VersionChoice Version, string? CorrelationId, string? Trigger, IReadOnlyDictionary<string, object?> Input) : ICommand<StartedElection>;

internal sealed class StartRunHandler(Kernel.GraphCatalog graphs, ElectionDesk desk, IMediator mediator)
    : IRequestHandler<StartRun, Result<StartedElection>>
{
    public async Task<Result<StartedElection>> Handle(StartRun request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindProcedure(request.DefinitionId, request.Version), cancellationToken);
        if (!found.Accepted) return found.Refusal;
        if (found.Value.Row.RunsInside) return ProcedureRefusals.OnlyInside(found.Value.Row.Name);
        // A draft changes with every key; a run must be able to find the text that it began with.
        if (found.Value.Row.PublishedAt is null) return InstanceRefusals.DraftDoesNotRun;
        var graph = graphs.Version(found.Value.Row.Id)!;
        if (graph.Nodes.Any(node => node.Activity.Type.StartsWith("Gongtui.", StringComparison.Ordinal))) return InstanceRefusals.StartedElsewhere;
        var instance = "run-" + ProcedureShelf.NewId();
        var sent = await desk.SendAsync(
            (now, by) => new StartCommand(instance, graph) { Now = now, By = by, CorrelationId = request.CorrelationId, TriggerActivity = request.Trigger, Input = request.Input },
            cancellationToken);
        return sent.Accepted ? new StartedElection(instance) : sent.Refusal;
    }
}
