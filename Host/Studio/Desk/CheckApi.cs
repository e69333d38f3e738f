using Gongtui.Host.Identity;
using Gongtui.Host.Procedures;
using Gongtui.Host.Shell;
using Gongtui.Workflows.Policy;
using MediatR;

namespace Gongtui.Host.Studio.Desk;

/// <summary>The rule check-up for the panel beside the editor: what the gates find in the newest draft, in the caller's language, and putting one finding right.</summary>
public static class CheckApi
{
    public static void MapCheckUp(this WebApplication app)
    {
        var api = app.MapGroup("/api/procedures/{definitionId}").WithTags("Procedures").RequireAuthorization(policy => policy.RequireRole(Roles.Designer));
        api.MapGet("/check", async (string definitionId, IMediator mediator, Language language, HttpContext context) =>
            (await mediator.Send(new CheckProcedure(definitionId), context.RequestAborted)).ToHttp(context, found => Of(found.All, language)))
            .WithSummary("What the rules say about the newest draft");
        api.MapPost("/fix", async (string definitionId, InputFix fix, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new FixProcedure(definitionId, fix), context.RequestAborted)).ToHttp(context, _ => new { saved = true }))
            .WithSummary("Puts one finding right and saves a draft");
    }

    private static CheckAnswer Of(IReadOnlyList<Finding> findings, Language language) => new(
        language.T(DeskWords.Check(findings).Words),
        [
            .. findings.OrderByDescending(finding => finding.Severity).Select(finding => new CheckedFinding(
                NameOf(finding.Severity), language.T(DeskWords.Weight(finding.Severity).Words), language.T(finding.Message),
                finding.Article is { } article ? language.T(article) : null, OnTheDiagram(finding.Activity), finding.Fix,
                finding.Fix is { } fix ? language.T(DeskWords.Fix(fix)) : null)),
        ]);

    private static string NameOf(GateSeverity severity) => severity switch
    {
        GateSeverity.Block => "block",
        GateSeverity.Warn => "warn",
        _ => "note",
    };

    /// <summary>The node that stands on the diagram itself: what lies in a section is shown at the section.</summary>
    private static string? OnTheDiagram(string? node) => node?.Split('.', '@')[0];

    /// <param name="Sum">In a few words.</param>
    private sealed record CheckAnswer(string Sum, IReadOnlyList<CheckedFinding> Findings);

    /// <param name="Severity">block, warn or note.</param>
    /// <param name="Weight">The same in words.</param>
    /// <param name="Node">Id of the step on the diagram.</param>
    /// <param name="FixLabel">What the button of the fix says.</param>
    private sealed record CheckedFinding(string Severity, string Weight, string Message, string? Article, string? Node, InputFix? Fix, string? FixLabel);
}
