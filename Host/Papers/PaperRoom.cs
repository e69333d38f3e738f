using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;
using Gongtui.Host.Practice;
using MediatR;

namespace Gongtui.Host.Papers;

/// <summary>表格: what its pages keep, and the files to take home. The pages stand beside.</summary>
public static class PaperRoom
{
    public static void AddPapers(this WebApplicationBuilder builder) => builder.Services.AddSingleton<TemplateDrafts>();

    public static void MapPapers(this WebApplication app)
    {
        app.MapGet("/elections/{instance}/papers/{kind}.docx", async (string instance, string kind, PracticeMark mark, IMediator mediator, HttpContext context) =>
            Answer(context, await mediator.Send(new FindPapers(instance, kind), context.RequestAborted), set => Results.File(PaperDocx.Write(set.Template, set.Papers, set.Source, mark), PaperDocx.ContentType, $"{set.Kind.Name.Zh}.docx"))).ExcludeFromDescription();
        app.MapGet("/elections/{instance}/papers/{kind}.xlsx", async (string instance, string kind, PracticeMark mark, IMediator mediator, HttpContext context) =>
            Answer(context, await mediator.Send(new FindPapers(instance, kind), context.RequestAborted), set => Results.File(PaperXlsx.Write(set.Papers, set.Source.T($"办理记录 {set.Source.Entries} 条，末条校验值 {set.Source.Head}", $"{set.Source.Entries} entries, head hash {set.Source.Head}"), mark), PaperXlsx.ContentType, $"{set.Kind.Name.Zh}.xlsx"))).ExcludeFromDescription();
        app.MapGet("/papers/{unit}/{kind}/template.docx", async (string unit, string kind, IMediator mediator, HttpContext context) =>
            Answer(context, await mediator.Send(new FindTemplate(unit, kind), context.RequestAborted), bytes => Results.File(bytes, PaperDocx.ContentType, $"{(PaperKinds.Find(kind)?.Name.Zh ?? "表格")}模板.docx"))).ExcludeFromDescription();
    }

    private static IResult Answer<T>(HttpContext context, Result<T> found, Func<T, IResult> file) =>
        found.Accepted ? file(found.Value) : ProblemResponse.ToProblem(context, found.Refusal);
}
