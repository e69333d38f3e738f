using System.Text.Json.Nodes;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using MediatR;
using Microsoft.AspNetCore.Http.Features;

namespace Gongtui.Host.Api;

/// <summary>Changing definitions one by one, and carrying them in and out.</summary>
internal static class DefinitionWritingApi
{
    public static void MapDefinitionWriting(this RouteGroupBuilder api)
    {
        var definitions = api.MapGroup("/workflow-definitions");
        definitions.MapPost("", SaveAsync);
        definitions.MapPost("/{definitionId}/publish", PublishAsync);
        definitions.MapPost("/{definitionId}/retract", RetractAsync);
        definitions.MapPost("/{definitionId}/revert/{version:int}", RevertAsync);
        definitions.MapPost("/{definitionId}/update-references", (string definitionId) => ElsaAnswer.Ok(new { affectedWorkflows = Array.Empty<string>() }));
        definitions.MapPost("/import", (HttpContext context, IMediator mediator, DefinitionAnswers answers) => ImportAsync(null, context, mediator, answers));
        definitions.MapPut("/import", (HttpContext context, IMediator mediator, DefinitionAnswers answers) => ImportAsync(null, context, mediator, answers));
        definitions.MapPost("/{definitionId}/import", ImportAsync);
        definitions.MapPut("/{definitionId}/import", ImportAsync);
        definitions.MapPost("/import-files", ImportFilesAsync).DisableAntiforgery();
        definitions.MapGet("/{definitionId}/export", ExportAsync);
        definitions.MapPost("/{definitionId}/export", ExportAsync);
        definitions.MapDelete("/{definitionId}", async (string definitionId, HttpContext context, IMediator mediator) =>
            ElsaAnswer.Of(context, await mediator.Send(new DeleteProcedure(definitionId), context.RequestAborted), _ => Results.NoContent()));
        definitions.MapDelete("/{definitionId}/version/{version:int}", DeleteNumberAsync);
        api.MapDelete("/workflow-definition-versions/{id}", async (string id, HttpContext context, IMediator mediator) =>
            ElsaAnswer.Of(context, await mediator.Send(new DeleteProcedureVersion(id), context.RequestAborted), _ => Results.NoContent()));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, IMediator mediator, DefinitionAnswers answers)
    {
        var body = await context.Request.BodyAsync();
        if (!body.Accepted) return ElsaAnswer.Refused(context, body.Refusal);
        if (body.Value["model"] is not JsonObject model) return ElsaAnswer.Refused(context, ProcedureRefusals.NotADefinition("$.model"));
        body.Value.Remove("model");
        var publish = body.Value["publish"] is JsonValue flag && flag.TryGetValue<bool>(out var wanted) && wanted;
        var editor = context.Request.Headers[DefinitionModel.EditorHeader].ToString();
        var saved = await mediator.Send(new SaveProcedure(model, publish, editor.Length > 64 ? editor[..64] : editor), context.RequestAborted);
        return ElsaAnswer.Of(context, saved, answer => answers.Saved(context, answer));
    }

    private static async Task<IResult> PublishAsync(string definitionId, HttpContext context, IMediator mediator, DefinitionAnswers answers) =>
        ElsaAnswer.Of(context, await mediator.Send(new PublishProcedure(definitionId), context.RequestAborted), answer => answers.Saved(context, answer));

    private static async Task<IResult> RetractAsync(string definitionId, HttpContext context, IMediator mediator, DefinitionAnswers answers)
    {
        var retracted = await mediator.Send(new RetractProcedure(definitionId), context.RequestAborted);
        // Elsa calls this a fault of the request, and only 400 is shown to people.
        return ElsaAnswer.Of(context, retracted, answers.Full);
    }

    private static async Task<IResult> RevertAsync(string definitionId, int version, HttpContext context, IMediator mediator) =>
        ElsaAnswer.Of(context, await mediator.Send(new RevertProcedure(definitionId, version), context.RequestAborted), found =>
        {
            context.Response.Headers.Location = $"/elsa/api/workflow-definitions/by-id/{found.Row.Id}";
            return Results.Json(DefinitionModel.Head(found.Row), ElsaAnswer.Options, statusCode: StatusCodes.Status201Created);
        });

    private static async Task<IResult> ImportAsync(string? definitionId, HttpContext context, IMediator mediator, DefinitionAnswers answers)
    {
        var body = await context.Request.BodyAsync();
        return body.Accepted
            ? ElsaAnswer.Of(context, await mediator.Send(new ImportProcedure(body.Value, definitionId), context.RequestAborted), answer => answers.Imported(context, answer))
            : ElsaAnswer.Refused(context, body.Refusal);
    }

    /// <summary>Several files, each a definition or an archive of definitions. The first that cannot be taken stops the rest, and says which.</summary>
    private static async Task<IResult> ImportFilesAsync(HttpContext context, IMediator mediator, DefinitionAnswers answers)
    {
        var form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = ElsaRequest.LargestDefinition }, context.RequestAborted);
        var count = 0;
        foreach (var file in form.Files)
        {
            await foreach (var (name, text) in ProcedureFiles.UnpackAsync(file, context.RequestAborted))
            {
                if (text is null) return ElsaAnswer.Refused(context, ProcedureRefusals.NotADefinition(name));
                var imported = await mediator.Send(new ImportProcedure(text), context.RequestAborted);
                if (!imported.Accepted) return ElsaAnswer.Refused(context, imported.Refusal);
                if (imported.Value is not SaveAnswer.Saved) return answers.Imported(context, imported.Value);
                count++;
            }
        }

        return ElsaAnswer.Ok(new { count });
    }

    private static async Task<IResult> ExportAsync(string definitionId, HttpContext context, IMediator mediator)
    {
        var found = await mediator.Send(new FindProcedure(definitionId, new(context.Request.Text("versionOptions") ?? "Latest")), context.RequestAborted);
        if (!found.Accepted) return ElsaAnswer.Refused(context, found.Refusal);
        var zip = context.Request.Flag("includeConsumingWorkflows") is true;
        return ElsaAnswer.Of(context, await mediator.Send(new ExportProcedures([found.Value.Row.Id], zip), context.RequestAborted), ElsaAnswer.File);
    }

    private static async Task<IResult> DeleteNumberAsync(string definitionId, int version, HttpContext context, IMediator mediator)
    {
        var found = await mediator.Send(new FindProcedure(definitionId, new($"{version}")), context.RequestAborted);
        return found.Accepted
            ? ElsaAnswer.Of(context, await mediator.Send(new DeleteProcedureVersion(found.Value.Row.Id), context.RequestAborted), _ => Results.NoContent())
            : ElsaAnswer.Refused(context, found.Refusal);
    }
}
