using Gongtui.Host.Papers;
using Gongtui.Host.Practice;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Figures;

/// <summary>统计: registrations and the workbook.</summary>
public static class FiguresRoom
{
    public static void AddStatistics(this WebApplicationBuilder builder) => builder.Services.AddSingleton<FiguresMemory>();

    public static void MapStatistics(this WebApplication app)
    {
        app.MapGet("/statistics.xlsx", (string[]? without, bool? young, IMediator mediator, HttpContext context) => SendAsync(null, without, young, mediator, context)).ExcludeFromDescription();
        app.MapGet("/elections/{instance}/statistics.xlsx", (string instance, string[]? without, bool? young, IMediator mediator, HttpContext context) =>
            SendAsync(instance, without, young, mediator, context)).ExcludeFromDescription();
    }

    private static async Task<IResult> SendAsync(string? instance, string[]? without, bool? young, IMediator mediator, HttpContext context)
    {
        var found = await mediator.Send(new ShowStatistics(instance, new((without ?? []).ToHashSet(StringComparer.Ordinal), young ?? true)), context.RequestAborted);
        if (!found.Accepted) return ProblemResponse.ToProblem(context, found.Refusal);
        var language = context.RequestServices.GetRequiredService<Language>();
        var paper = new Paper(
            language.T("选举统计", "Statistics"), string.Join('、', found.Value.Elections.Select(figures => figures.UnitName).Distinct()),
            [new PaperTable(null, [language.T("项目", "Figure"), language.T("数字", "Value"), language.T("算法", "How"), language.T("2010年试点公布", "Published in 2010")],
                [.. found.Value.Lines.Select(line => (IReadOnlyList<string>)[language.T(line.Name), line.Value, language.T(line.How), line.Published ?? ""])])],
            [language.T("统计人", "Made by"), language.T("日期", "Date")]);
        var heads = string.Join(' ', found.Value.Elections.Select(figures => $"{figures.Instance}:{figures.Entries}:{figures.Head}"));
        return Results.File(PaperXlsx.Write([paper], heads, context.RequestServices.GetRequiredService<PracticeMark>()), PaperXlsx.ContentType, "选举统计.xlsx");
    }
}
