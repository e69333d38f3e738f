using Gongtui.Activities.Elections;
using Gongtui.Activities.Overriding;
using Gongtui.Engine.Execution;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures.Rehearsing;
using MediatR;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Procedures.Overriding;

/// <summary>Asks the superior to let the latest version of a procedure be published although the policy blocks it.</summary>
[AllowedTo(Roles.Designer)]
public sealed record AskOverride(string DefinitionId, string Reason) : ICommand<AskedOverride>, IChecked
{
    private const int LongestReason = 2000;

    public Refusal? Check() => string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason
        ? Refusals.Invalid(new("请写明特批理由，不超过 2000 字。", "Give the reason for the override, at most 2000 characters."), $"1–{LongestReason}", $"{Reason?.Trim().Length ?? 0}")
            with { Field = "reason" }
        : null;
}

/// <param name="Instance">The run in which the superior decides.</param>
public sealed record AskedOverride(string Instance);

public sealed class AskOverrideHandler(
    ProcedureShelf shelf, Publication publication, OverrideBook book, ElectionDesk desk, GraphCatalog procedures, CallerAccessor callers)
    : IRequestHandler<AskOverride, Result<AskedOverride>>
{
    public async Task<Result<AskedOverride>> Handle(AskOverride request, CancellationToken cancellationToken)
    {
        if (await shelf.LatestAsync(request.DefinitionId, cancellationToken) is not { } row) return ProcedureRefusals.Unknown(request.DefinitionId);
        var findings = row.IsPublished ? [] : await publication.FindAsync(row, await shelf.DocumentAsync(row.Id, cancellationToken), cancellationToken);
        var blocking = findings.Where(finding => finding.Blocks).ToList();
        if (blocking.Count == 0) return OverrideRefusals.NothingBlocks(row.Version);
        // What cannot run cannot be allowed to.
        if (blocking.FirstOrDefault(finding => finding.Kind is not (PolicyPublishGate.Kind or Rehearsals.Kind)) is { } broken) return OverrideRefusals.CannotRun(broken);
        if ((await book.OfAsync([row.Id], cancellationToken)).Any(one => one.State.IsOpen)) return OverrideRefusals.AskedAlready;
        if (procedures.Published(OverrideBook.Procedure) is not { } graph) return OverrideRefusals.NoProcedure;

        var asked = new OverrideAsked(
            row.DefinitionId, row.Name, row.Version, row.Id, Convert.ToHexStringLower(row.Hash), request.Reason.Trim(),
            [.. blocking.Select(finding => new OverriddenFinding(finding.Message, finding.Article, finding.Activity))], callers.Current.Id);
        var input = new Dictionary<string, object?> { ["title"] = $"特批发布：{row.Name} 第 {row.Version} 版", ["override"] = FormReader.Write(asked) };
        var instance = OverrideBook.NewInstance(row.Id);
        var sent = await desk.SendAsync((now, by) => new StartCommand(instance, graph) { Now = now, By = by, Input = input }, cancellationToken);
        return sent.Accepted ? new AskedOverride(instance) : sent.Refusal;
    }
}
