using System.Reflection;
using System.Text;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>What the editor asks about activities, expressions, variables and strategies.</summary>
internal static class DescriptorsApi
{
    public static void MapDescriptors(this RouteGroupBuilder api)
    {
        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", (HttpContext context, ActivityDescriptors all, Language language) =>
        {
            var (json, tag) = all.All(language.Code);
            // The browser may keep it and ask whether it still holds: it rarely changes and is asked for after every save.
            context.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(json, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(tag));
        });
        descriptors.MapGet("/activities/{type}", (string type, HttpContext context, ActivityDescriptors all, Language language) =>
            all.Find(type, context.Request.Number("version"), language.Code) is { } found ? ElsaAnswer.Ok(found) : Unknown(context, type));
        descriptors.MapPost("/activities/{type}/options/{property}", Options);
        descriptors.MapGet("/expression-descriptors", () => ElsaAnswer.Ok(FixedDescriptors.Expressions));
        descriptors.MapGet("/variables", (Language language) => ElsaAnswer.Ok(FixedDescriptors.Variables(language)));
        descriptors.MapGet("/storage-drivers", (Language language) => ElsaAnswer.Ok(FixedDescriptors.StorageDrivers(language)));
        descriptors.MapGet("/workflow-activation-strategies", (Language language) => ElsaAnswer.Ok(FixedDescriptors.Activation(language)));
        descriptors.MapGet("/incident-strategies", (Language language) => ElsaAnswer.Ok(FixedDescriptors.Incidents(language)));
        descriptors.MapGet("/log-persistence-strategies", (Language language) => ElsaAnswer.Ok(FixedDescriptors.LogPersistence(language)));
        descriptors.MapGet("/commit-strategies/workflows", (Language language) => ElsaAnswer.Ok(FixedDescriptors.Commits(language)));
        descriptors.MapGet("/commit-strategies/activities", (Language language) => ElsaAnswer.Ok(FixedDescriptors.Commits(language)));
        descriptors.MapGet("/output-converters", (HttpContext context) => context.Request.Text("sourceType") is null || context.Request.Text("destinationType") is null
            ? ElsaAnswer.Refused(context, Refusals.Invalid(new("需要 sourceType 和 destinationType 两个参数。", "The parameters sourceType and destinationType are needed.")))
            : ElsaAnswer.Ok(new { items = Array.Empty<string>(), count = 0 }));
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", TypeDefinitionsAsync);
    }

    private static IResult Unknown(HttpContext context, string type) =>
        ElsaAnswer.Refused(context, Refusals.NotFound(new("这种环节", "This activity type"), type));

    private static IResult Options(string type, string property, HttpContext context, ActivityRegistry registry, Language language)
    {
        if (registry.Find(type) is not { } known) return Unknown(context, type);
        var input = known.Inputs.Concat(known.Plain).FirstOrDefault(candidate => candidate.Name.Equals(property, StringComparison.OrdinalIgnoreCase));
        if (input is null) return Unknown(context, $"{type}.{property}");
        var attribute = input.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var items = InputDescriptors.Specifications(input.Name, attribute.UIHint ?? "dropdown", TypeNames.ValueOf(input.PropertyType), attribute, language.Code);
        return ElsaAnswer.Ok(new System.Text.Json.Nodes.JsonObject { ["items"] = items });
    }

    /// <summary>What a script may call, with the names of this procedure's variables and inputs.</summary>
    private static async Task<IResult> TypeDefinitionsAsync(string definitionId, IMediator mediator, HttpContext context)
    {
        var found = await mediator.Send(new FindProcedure(definitionId, VersionChoice.Latest), context.RequestAborted);
        var text = new StringBuilder(FixedDescriptors.ScriptTypes);
        if (found.Accepted)
        {
            Names(text, "VariableName", found.Value.Document.Objects("variables").Select(variable => variable.Text("name")));
            Names(text, "InputName", found.Value.Document.Objects("inputs").Select(input => input.Text("name")));
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "application/x-typescript", $"elsa.{definitionId}.d.ts");
    }

    private static void Names(StringBuilder text, string type, IEnumerable<string?> names)
    {
        var quoted = names.OfType<string>().Select(name => System.Text.Json.JsonSerializer.Serialize(name)).ToList();
        text.Append("declare type ").Append(type).Append(" = ").Append(quoted.Count == 0 ? "string" : string.Join(" | ", quoted)).AppendLine(";");
    }
}
