using System.Text.Json.Nodes;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Texts;
using MediatR;

namespace Gongtui.Host.Procedures;

/// <summary>Saves what an editor holds: a new procedure, a draft over the draft that it was made from, or the next draft where the latest version was published.</summary>
/// <param name="Model">Elsa's definition model. Taken over.</param>
/// <param name="Publish">Whether to publish it, too.</param>
/// <param name="Editor">One value per browser tab; empty for programs.</param>
[AllowedTo(Roles.Designer)]
public sealed record SaveProcedure(JsonObject Model, bool Publish = false, string Editor = "") : ICommand<SaveAnswer>;

/// <summary>What became of a save.</summary>
public abstract record SaveAnswer
{
    /// <param name="Document">The text as stored.</param>
    /// <param name="AlreadyPublished">Nothing had to be published.</param>
    /// <param name="Notes">What was found and does not block.</param>
    public sealed record Saved(ProcedureRow Row, JsonObject Document, bool AlreadyPublished, IReadOnlyList<Finding> Notes) : SaveAnswer;

    /// <summary>It cannot be read, or not be published.</summary>
    /// <param name="Kept">It could be read, so it is on the shelf as a draft.</param>
    public sealed record Faulty(IReadOnlyList<Finding> Findings, bool Kept = false) : SaveAnswer;

    /// <summary>Somebody else was there first; what was sent is kept as a copy.</summary>
    public sealed record Overtaken(ProcedureRow Theirs, ProcedureRow Copy) : SaveAnswer;
}

public sealed class SaveProcedureHandler(ProcedureShelf shelf, DefinitionCleaner cleaner, Publication publication, CallerAccessor callers)
    : IRequestHandler<SaveProcedure, Result<SaveAnswer>>
{
    private const int LongestName = 200;

    public async Task<Result<SaveAnswer>> Handle(SaveProcedure request, CancellationToken cancellationToken)
    {
        var model = request.Model;
        var basis = TakeBasis(model);
        var editor = request.Editor.Length > 0 ? request.Editor : callers.Current.Id;
        var cleaned = cleaner.Clean(model, ProcedureShelf.NewId);
        if (cleaned.Faults.Count > 0) return new SaveAnswer.Faulty(DiagramCheck.InWords(cleaned.Document, cleaned.Faults));
        var document = cleaned.Document;
        if (document.Text("name")?.Trim() is not { Length: > 0 and <= LongestName }) return ProcedureRefusals.Nameless;
        if ((document["root"] as JsonObject)?.Text("type") is "Elsa.StateMachine") return ProcedureRefusals.NotAFlowchart("Elsa.StateMachine");
        if (document.Text("definitionId") is { Length: > 0 } id && !ProcedureShelf.IsId(id)) return ProcedureRefusals.NoId(id);
        return await shelf.OnceMoreAsync(() => SaveAsync(request, document, basis, editor, cancellationToken));
    }

    private async Task<Result<SaveAnswer>> SaveAsync(SaveProcedure request, JsonObject document, string? basis, string editor, CancellationToken cancellationToken)
    {
        var definitionId = document.Text("definitionId") is { Length: > 0 } given ? given : ProcedureShelf.NewId();
        var row = await shelf.LatestAsync(definitionId, cancellationToken);
        if (row is null)
        {
            row = await shelf.AddAsync(definitionId, document, editor, null, cancellationToken, follows: "");
        }
        else
        {
            var json = ProcedureShelf.Canonical(row, document);
            var stored = await shelf.TextAsync(row.Id, cancellationToken);
            if (json.AsSpan().SequenceEqual(stored))
                return await PublishAsync(request, row, document, cancellationToken);
            if (basis is not null && basis != DefinitionModel.RevisionOf(row) && row.Editor != editor)
                return await KeepCopyAsync(row, document, editor, cancellationToken);
            if (row.PublishedAt is not null)
                row = await shelf.AddAsync(definitionId, document, editor, row.CopyOf, cancellationToken, follows: row.Id);
            else
                shelf.Rewrite(row, document, json, editor);
        }

        await shelf.SaveAsync(cancellationToken);
        return await PublishAsync(request, row, document, cancellationToken);
    }

    private async Task<Result<SaveAnswer>> PublishAsync(SaveProcedure request, ProcedureRow row, JsonObject document, CancellationToken cancellationToken)
    {
        if (!request.Publish) return new SaveAnswer.Saved(row, document, false, []);
        var published = await publication.PublishAsync(row, document, cancellationToken);
        return published.Blocked ? new SaveAnswer.Faulty(published.Findings, Kept: true) : new SaveAnswer.Saved(row, document, published.Already, published.Findings);
    }

    /// <summary>Keeps what was refused as a draft of its own: one per editor, so that a person who goes on editing does not leave a trail of them.</summary>
    private async Task<Result<SaveAnswer>> KeepCopyAsync(ProcedureRow theirs, JsonObject document, string editor, CancellationToken cancellationToken)
    {
        var id = ProcedureShelf.CopyId(theirs.DefinitionId, editor);
        document["name"] = $"{theirs.Name}（{callers.Current.Name}的副本）";
        var copy = await shelf.LatestAsync(id, cancellationToken);
        if (copy is null || copy.PublishedAt is not null) copy = await shelf.AddAsync(id, document, editor, theirs.DefinitionId, cancellationToken, follows: copy?.Id ?? "");
        else shelf.Rewrite(copy, document, ProcedureShelf.Canonical(copy, document), editor);
        await shelf.SaveAsync(cancellationToken);
        return new SaveAnswer.Overtaken(theirs, copy);
    }

    private static string? TakeBasis(JsonObject model)
    {
        if (model["customProperties"] is not JsonObject custom) return null;
        var basis = custom.Text(DefinitionModel.RevisionProperty);
        custom.Remove(DefinitionModel.RevisionProperty);
        return basis;
    }
}
