using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;
using Gongtui.Host.Shell;

namespace Gongtui.Host.Api;

/// <summary>Answers as Elsa's server gives them: camelCase, no nulls, and faults in the shape that the editor shows to people.</summary>
internal static class ElsaAnswer
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>Nulls are left out; text is sent as it is.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new InstantConverter() },
        MaxDepth = Procedures.Texts.DefinitionJson.MaxDepth,
    };

    public static IResult Ok(object value) => Results.Json(value, Options, JsonType);

    /// <summary>Bytes that are JSON already.</summary>
    public static IResult Ok(byte[] json) => Results.Bytes(json, JsonType);

    public static IResult Ok(JsonNode node) => Ok(JsonSerializer.SerializeToUtf8Bytes(node, Options));

    public static IResult File(ExportedFile file) => Results.Bytes(file.Content, "application/octet-stream", file.Name);

    /// <summary>The value in a form of its own, or the refusal.</summary>
    public static IResult Of<T>(HttpContext context, Result<T> result, Func<T, IResult> show) =>
        result.Accepted ? show(result.Value) : Refused(context, result.Refusal);

    /// <summary>A refusal. What it says and what to do next are one line in the editor's message.</summary>
    public static IResult Refused(HttpContext context, Refusal refusal)
    {
        var language = context.RequestServices.GetRequiredService<Language>();
        var text = refusal.NextStep is { } next ? $"{language.T(refusal.Message)} {language.T(next)}" : language.T(refusal.Message);
        return Fault(context, Kinds.Status(refusal.Kind), refusal.Kind, [text], refusal.Field is { } field ? new() { ["field"] = field } : null);
    }

    /// <summary>What is wrong in a diagram, one line each, and whether the draft was saved all the same.</summary>
    public static IResult Faulty(HttpContext context, SaveAnswer.Faulty faulty)
    {
        var language = context.RequestServices.GetRequiredService<Language>();
        var blocking = faulty.Findings.Where(finding => finding.Blocks).ToList();
        return Fault(context, StatusCodes.Status400BadRequest, Kinds.Invalid, [.. blocking.Select(finding => language.T(finding.Message))],
            new() { ["findings"] = Findings(faulty.Findings, language), ["saved"] = faulty.Kept });
    }

    /// <summary>Somebody else was faster: both versions are named, so that the page can show them.</summary>
    public static IResult Overtaken(HttpContext context, SaveAnswer.Overtaken overtaken)
    {
        var language = context.RequestServices.GetRequiredService<Language>();
        var refusal = ProcedureRefusals.Overtaken(overtaken.Theirs, overtaken.Copy);
        var (theirs, copy) = (overtaken.Theirs, overtaken.Copy);
        return Fault(context, StatusCodes.Status409Conflict, Kinds.Conflict, [$"{language.T(refusal.Message)} {language.T(refusal.NextStep!)}"], new()
        {
            ["copy"] = copy.DefinitionId,
            ["conflict"] = new JsonObject
            {
                ["theirs"] = new JsonObject { ["definitionId"] = theirs.DefinitionId, ["id"] = theirs.Id, ["changedBy"] = theirs.ChangedBy, ["changedAt"] = Procedures.Texts.DefinitionJson.Instant(theirs.ChangedAt) },
                ["yours"] = new JsonObject { ["definitionId"] = copy.DefinitionId, ["id"] = copy.Id, ["name"] = copy.Name },
            },
        });
    }

    public static JsonArray Findings(IReadOnlyList<Finding> findings, Language language) =>
    [
        .. findings.Select(finding =>
        {
            var json = new JsonObject { ["kind"] = finding.Kind, ["message"] = language.T(finding.Message), ["blocks"] = finding.Blocks };
            if (finding.Activity is { } activity) json["activityId"] = activity;
            if (finding.Article is { } article) json["article"] = language.T(article);
            return json;
        }),
    ];

    private static IResult Fault(HttpContext context, int status, string kind, IReadOnlyList<string> errors, JsonObject? more = null)
    {
        var problem = more ?? [];
        problem["statusCode"] = status;
        problem["message"] = errors.Count > 0 ? errors[0] : "";
        problem["errors"] = new JsonObject { ["generalErrors"] = new JsonArray([.. errors.Select(error => (JsonNode)error)]) };
        problem["kind"] = kind;
        context.Response.StatusCode = status;
        return Results.Text(problem.ToJsonString(Options), "application/problem+json", statusCode: status);
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Procedures.Texts.DefinitionJson.Instant(value));
    }
}
