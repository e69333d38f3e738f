using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using MediatR;

namespace Gongtui.Host.Api;

/// <summary>The same for many definitions at once. What cannot be done is named and does not keep the rest from being done.</summary>
internal static class DefinitionBulkApi
{
    private const int Most = 1000;

    public static void MapDefinitionBulk(this RouteGroupBuilder api)
    {
        var bulk = api.MapGroup("/bulk-actions");
        bulk.MapPost("/delete/workflow-definitions/by-definition-id", (HttpContext context, IMediator mediator) =>
            DeleteAsync(context, "definitionIds", id => mediator.Send(new DeleteProcedure(id), context.RequestAborted)));
        bulk.MapPost("/delete/workflow-definitions/by-id", (HttpContext context, IMediator mediator) =>
            DeleteAsync(context, "ids", id => mediator.Send(new DeleteProcedureVersion(id), context.RequestAborted)));
        bulk.MapPost("/publish/workflow-definitions/by-definition-ids", PublishAsync);
        bulk.MapPost("/retract/workflow-definitions/by-definition-ids", RetractAsync);
        bulk.MapPost("/export/workflow-definitions", ExportAsync);
        bulk.MapGet("/export/workflow-definitions", async (HttpContext context, IMediator mediator) =>
            ElsaAnswer.Of(context, await mediator.Send(new ExportProcedures([.. context.Request.Texts("ids").Take(Most)], true), context.RequestAborted), ElsaAnswer.File));
        api.MapPost("/actions/workflow-definitions/reload", () => Results.Ok());
        api.MapPost("/actions/workflow-definitions/refresh", RefreshAsync);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, string list, Func<string, Task<Result<Done>>> delete)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var deleted = 0;
        Refusal? kept = null;
        foreach (var id in body.Value.Texts(list).Take(Most))
        {
            var result = await delete(id);
            if (result.Accepted) deleted++;
            else if (result.Refusal.Kind != Kinds.NotFound) kept ??= result.Refusal;
        }

        // Elsa has no word for "some could not be deleted"; a person must hear it all the same.
        return kept is not null && deleted == 0 ? ElsaAnswer.Refused(context, kept) : ElsaAnswer.Ok(new { deleted });
    }

    private static async Task<IResult> PublishAsync(HttpContext context, IMediator mediator)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var (published, already, missing, failed) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var id in body.Value.Texts("definitionIds").Take(Most))
        {
            var result = await mediator.Send(new PublishProcedure(id), context.RequestAborted);
            (!result.Accepted ? missing : result.Value switch
            {
                SaveAnswer.Saved { AlreadyPublished: true } => already,
                SaveAnswer.Saved => published,
                _ => failed,
            }).Add(id);
        }

        return ElsaAnswer.Ok(new
        {
            published, alreadyPublished = already, notFound = missing, skipped = Array.Empty<string>(), updatedConsumers = Array.Empty<string>(), failed,
            warnings = new Dictionary<string, string>(),
        });
    }

    private static async Task<IResult> RetractAsync(HttpContext context, IMediator mediator)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var (retracted, not, missing) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var id in body.Value.Texts("definitionIds").Take(Most))
        {
            var result = await mediator.Send(new RetractProcedure(id), context.RequestAborted);
            (result.Accepted ? retracted : result.Refusal.Kind == Kinds.NotFound ? missing : not).Add(id);
        }

        return ElsaAnswer.Ok(new { retracted, alreadyRetracted = not, skipped = Array.Empty<string>(), notPublished = not, notFound = missing });
    }

    private static async Task<IResult> ExportAsync(HttpContext context, IMediator mediator)
    {
        var body = await context.Request.BodyAsync();
        return body.Accepted
            ? ElsaAnswer.Of(context, await mediator.Send(new ExportProcedures([.. body.Value.Texts("ids").Take(Most)], true), context.RequestAborted), ElsaAnswer.File)
            : ElsaAnswer.Refused(context, body.Refusal);
    }

    /// <summary>Nothing is kept apart from the database, so there is nothing to read again; the answer says which exist.</summary>
    private static async Task<IResult> RefreshAsync(HttpContext context, IMediator mediator)
    {
        var body = await context.Request.OptionalBodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        var asked = body.Value.Texts("definitionIds");
        var listed = await mediator.Send(new ListProcedures(VersionChoice.Latest, asked, []), context.RequestAborted);
        if (!listed.Accepted) return ElsaAnswer.Refused(context, listed.Refusal);
        var refreshed = listed.Value.Rows.Select(row => row.DefinitionId).ToList();
        return ElsaAnswer.Ok(new { refreshed, notFound = asked.Except(refreshed) });
    }
}
