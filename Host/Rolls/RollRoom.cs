using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;

namespace Gongtui.Host.Rolls;

/// <summary>名册: registrations and the files to take home.</summary>
public static class RollRoom
{
    public static void AddRolls(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RollDrafts>();
        builder.Services.AddScoped<RollDesk>();
    }

    public static void MapRolls(this WebApplication app)
    {
        var rolls = app.MapGroup("/roll").ExcludeFromDescription();
        rolls.MapGet("/template.csv", () => Send(RollFileHandlers.Template()));
        rolls.MapGet("/{unit}/roll.csv", async (string unit, IMediator mediator, HttpContext context) =>
            Answer(context, await mediator.Send(new ExportRoll(unit), context.RequestAborted)));
        rolls.MapGet("/{unit}/faults.csv", async (string unit, IMediator mediator, HttpContext context) =>
            Answer(context, await mediator.Send(new ExportRollFaults(unit), context.RequestAborted)));
    }

    private static IResult Answer(HttpContext context, Result<RollFile> file) =>
        file.Accepted ? Send(file.Value) : ProblemResponse.ToProblem(context, file.Refusal);

    private static IResult Send(RollFile file) => Results.File(file.Bytes, "text/csv; charset=utf-8", file.Name);
}

/// <summary>On a page that takes the file of a roll: larger than what people type into forms.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesRollAttribute : Attribute, IRequestSizeLimitMetadata, IFormOptionsMetadata
{
    /// <summary>The file and the form around it.</summary>
    private const long Limit = RollText.LargestFile + (64L * 1024);

    public long? MaxRequestBodySize => Limit;

    public long? MultipartBodyLengthLimit => Limit;

    public bool? BufferBody => null;

    public int? MemoryBufferThreshold => null;

    public long? BufferBodyLengthLimit => Limit;

    public int? ValueCountLimit => null;

    public int? KeyLengthLimit => null;

    public int? ValueLengthLimit => null;

    public int? MultipartBoundaryLengthLimit => null;

    public int? MultipartHeadersCountLimit => null;

    public int? MultipartHeadersLengthLimit => null;
}
