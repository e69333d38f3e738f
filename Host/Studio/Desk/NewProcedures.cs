using System.Text.Json.Nodes;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using MediatR;

namespace Gongtui.Host.Studio.Desk;

/// <summary>Begins a procedure: an empty flowchart, or a copy of another procedure's latest version.</summary>
/// <param name="Name">What it is called; no two procedures have the same name.</param>
/// <param name="CopyOf">Definition id of the procedure to copy; null for an empty one.</param>
[AllowedTo(Roles.Designer)]
public sealed record BeginProcedure(string Name, string? CopyOf = null) : ICommand<ProcedureRow>, IChecked
{
    public Refusal? Check() => string.IsNullOrWhiteSpace(Name) ? ProcedureRefusals.Nameless : null;
}

public sealed class BeginProcedureHandler(IMediator mediator) : IRequestHandler<BeginProcedure, Result<ProcedureRow>>
{
    public async Task<Result<ProcedureRow>> Handle(BeginProcedure request, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        var free = await mediator.Send(new NameIsFree(name, null), cancellationToken);
        if (!free.Accepted) return free.Refusal;
        if (!free.Value.IsFree) return ProcedureRefusals.NameTaken(name);

        var model = new JsonObject { ["root"] = new JsonObject { ["type"] = "Elsa.Flowchart", ["version"] = 1, ["id"] = ProcedureShelf.NewId(), ["name"] = "Flowchart1" } };
        if (request.CopyOf is { } original)
        {
            var found = await mediator.Send(new FindProcedure(original, VersionChoice.Latest), cancellationToken);
            if (!found.Accepted) return found.Refusal;
            model = found.Value.Document;
            foreach (var own in new[] { "id", "definitionId", "version", "createdAt" }) model.Remove(own);
        }

        model["name"] = name;
        var saved = await mediator.Send(new SaveProcedure(model), cancellationToken);
        if (!saved.Accepted) return saved.Refusal;
        return saved.Value is SaveAnswer.Saved { Row: var row } ? row : ProcedureRefusals.NotADefinition(name);
    }
}
