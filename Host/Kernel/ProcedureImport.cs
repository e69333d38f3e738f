using System.Security.Cryptography;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using Gongtui.Host.Procedures.Texts;
using Gongtui.Workflows.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Kernel;

/// <summary>Brings the procedures that come with the product into a database that does not have them yet, ready to be started.</summary>
public sealed class ProcedureImport(GongtuiDb db, DefinitionCompiler compiler, DefinitionCleaner cleaner, TimeProvider time)
{
    public async Task LoadAsync()
    {
        foreach (var json in ProductProcedures.All())
            await ImportAsync(WorkflowDefinition.Parse(json));
    }

    /// <summary>Nothing happens when any version of the procedure is there: what people made of it is theirs.</summary>
    private async Task ImportAsync(WorkflowDefinition definition)
    {
        if (await db.Procedures.AnyAsync(row => row.DefinitionId == definition.DefinitionId)) return;
        compiler.Compile(definition);
        // In the form in which the editor's saves are stored: opening it changes nothing.
        cleaner.Clean(definition.Document, ProcedureShelf.NewId);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var row = new ProcedureRow
        {
            Id = definition.VersionId,
            DefinitionId = definition.DefinitionId,
            Version = definition.Version,
            Name = definition.Name,
            Description = (string?)definition.Document["description"],
            Hash = [],
            IsLatest = true,
            IsPublished = true,
            CreatedAt = now,
            CreatedBy = "Gongtui",
            PublishedAt = now,
            RunsInside = (bool?)definition.Document["options"]?["usableAsActivity"] is true,
            ChangedAt = now,
            ChangedBy = "Gongtui",
        };
        var json = ProcedureShelf.Canonical(row, definition.Document);
        row.Hash = SHA256.HashData(json);
        db.Procedures.Add(row);
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = row.Id, Json = json });
        await db.SaveChangesAsync();
    }
}
