using System.Text.Json.Nodes;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures.Texts;
using Gongtui.Workflows.Policy;
using MediatR;

namespace Gongtui.Host.Procedures;

/// <summary>Puts one finding right: changes the one input that the finding names, and saves a draft. Nothing else of the diagram changes.</summary>
[AllowedTo(Roles.Designer)]
public sealed record FixProcedure(string DefinitionId, InputFix Fix) : ICommand<SaveAnswer>;

public sealed class FixProcedureHandler(IMediator mediator) : IRequestHandler<FixProcedure, Result<SaveAnswer>>
{
    public async Task<Result<SaveAnswer>> Handle(FixProcedure request, CancellationToken cancellationToken)
    {
        var findings = await mediator.Send(new CheckProcedure(request.DefinitionId), cancellationToken);
        if (!findings.Accepted) return findings.Refusal;
        // Only what the check offers: a stale page or another program cannot change anything else this way.
        if (findings.Value.All.All(finding => finding.Fix != request.Fix)) return Gone();
        var found = await mediator.Send(new FindProcedure(request.DefinitionId, VersionChoice.Latest), cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var document = found.Value.Document.DeepClone().AsObject();
        DiagramCheck.Nodes(document["root"] as JsonObject, node =>
        {
            if (node.Text("id") == request.Fix.Node && node[request.Fix.Input] is JsonObject input && input["expression"] is JsonObject expression)
                expression["value"] = request.Fix.Value;
        });
        return await mediator.Send(new SaveProcedure(document), cancellationToken);
    }

    private static Refusal Gone() => new(
        Kinds.Conflict, new("这个问题已经不在了。", "That finding is gone."),
        NextStep: new("请刷新页面，看现在的检查结果。", "Reload the page and look at the findings as they are now."));
}
