using System.Text.Json.Nodes;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using MediatR;

namespace Gongtui.Host.Api;

/// <summary>Looking for definitions.</summary>
internal static class DefinitionReadingApi
{
    private const int LongestPage = 1000;

    public static void MapDefinitionReading(this RouteGroupBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapGet("", ListAsync);
        definitions.MapGet("/query/count", CountAsync);
        definitions.MapGet("/many-by-id", ManyAsync);
        definitions.MapGet("/validation/is-name-unique", IsNameUniqueAsync);
        definitions.MapGet("/by-id/{id}", FindVersionAsync);
        definitions.MapGet("/by-definition-id/{definitionId}", FindAsync);
        definitions.MapGet("/{definitionId}", FindAsync);
        definitions.MapGet("/{definitionId}/versions", VersionsAsync);
        definitions.MapGet("/{definitionId}/consumers", async (string definitionId, HttpContext context, IMediator mediator) => ElsaAnswer.Of(
            context, await mediator.Send(new FindConsumers(definitionId), context.RequestAborted), found => ElsaAnswer.Ok(new { consumingWorkflowDefinitionIds = found.DefinitionIds })));
        definitions.MapGet("/subgraph/{id}", SubgraphAsync);
        definitions.MapGet("/subgraph/segments/{id}", SegmentsAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IMediator mediator, DefinitionAnswers answers)
    {
        var request = context.Request;
        var (page, size) = (request.Number("page"), request.Number("pageSize"));
        int? take = page is null && size is null ? null : Math.Clamp(size ?? 100, 1, LongestPage);
        var query = new ListProcedures(
            new(request.Text("versionOptions")), request.Texts("definitionIds"), request.Texts("ids"), request.Text("searchTerm"),
            request.Text("orderBy") ?? "Name", request.Text("orderDirection") == "Descending", (page ?? 0) * (take ?? 0), take);
        return request.Flag("isSystem") is true
            ? answers.Page(new ProcedureList([], 0))
            : ElsaAnswer.Of(context, await mediator.Send(query, context.RequestAborted), answers.Page);
    }

    private static async Task<IResult> CountAsync(HttpContext context, IMediator mediator) => ElsaAnswer.Of(
        context,
        await mediator.Send(new ListProcedures(VersionChoice.Latest, [], [], Take: 1), context.RequestAborted),
        list => ElsaAnswer.Ok(new { count = list.Total }));

    private static async Task<IResult> ManyAsync(HttpContext context, IMediator mediator, DefinitionAnswers answers)
    {
        var items = new JsonArray();
        foreach (var id in context.Request.Texts("ids").Distinct(StringComparer.Ordinal).Take(LongestPage))
            if (await mediator.Send(new FindProcedureVersion(id), context.RequestAborted) is { Accepted: true, Value: var found }) items.Add(answers.Model(found));
        return ElsaAnswer.Ok(new JsonObject { ["items"] = items, ["count"] = items.Count });
    }

    private static async Task<IResult> IsNameUniqueAsync(HttpContext context, IMediator mediator) => ElsaAnswer.Of(
        context,
        await mediator.Send(new NameIsFree(context.Request.Text("name") ?? "", context.Request.Text("definitionId")), context.RequestAborted),
        free => ElsaAnswer.Ok(new { isUnique = free.IsFree }));

    private static async Task<IResult> FindVersionAsync(string id, HttpContext context, IMediator mediator, DefinitionAnswers answers) =>
        ElsaAnswer.Of(context, await mediator.Send(new FindProcedureVersion(id), context.RequestAborted), answers.Full);

    private static async Task<IResult> FindAsync(string definitionId, HttpContext context, IMediator mediator, DefinitionAnswers answers) =>
        ElsaAnswer.Of(context, await mediator.Send(new FindProcedure(definitionId, new(context.Request.Text("versionOptions") ?? "Latest")), context.RequestAborted), answers.Full);

    private static async Task<IResult> VersionsAsync(string definitionId, HttpContext context, IMediator mediator, ProcedureShelf shelf)
    {
        var listed = await mediator.Send(new ListProcedures(new("AllVersions"), [definitionId], [], OrderBy: "Version", Descending: true), context.RequestAborted);
        if (!listed.Accepted) return ElsaAnswer.Refused(context, listed.Refusal);
        var entities = new JsonArray();
        foreach (var row in listed.Value.Rows) entities.Add(DefinitionModel.Entity(row, await shelf.DocumentAsync(row.Id, context.RequestAborted)));
        return ElsaAnswer.Ok(entities);
    }

    private static async Task<IResult> SubgraphAsync(string id, HttpContext context, IMediator mediator, DefinitionAnswers answers) => ElsaAnswer.Of(
        context,
        await mediator.Send(new FindProcedureVersion(id), context.RequestAborted),
        found => Subgraphs.Node(answers.Expanded(found), context.Request.Text("parentNodeId")) is { } node
            ? ElsaAnswer.Ok(node)
            : ElsaAnswer.Refused(context, ProcedureRefusals.Unknown(context.Request.Text("parentNodeId") ?? id)));

    private static async Task<IResult> SegmentsAsync(string id, HttpContext context, IMediator mediator, DefinitionAnswers answers) => ElsaAnswer.Of(
        context,
        await mediator.Send(new FindProcedureVersion(id), context.RequestAborted),
        found => Subgraphs.Segments(answers.Expanded(found), context.Request.Text("childNodeId") ?? "") is { } segments
            ? ElsaAnswer.Ok(segments)
            : ElsaAnswer.Refused(context, ProcedureRefusals.Unknown(context.Request.Text("childNodeId") ?? id)));
}
