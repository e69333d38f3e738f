using System.Security.Cryptography;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Persistence;
using Gongtui.Workflows.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Kernel;

/// <summary>Brings the procedures that come with the product into a database that does not have them yet, ready to be started.</summary>
public sealed class ProcedureImport(GongtuiDb db, DefinitionCompiler compiler, TimeProvider time)
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
        var (json, now) = (definition.ToCanonicalBytes(), time.GetUtcNow());
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = definition.VersionId, Json = json });
        db.Procedures.Add(new ProcedureRow
        {
            Id = definition.VersionId,
            DefinitionId = definition.DefinitionId,
            Version = definition.Version,
            Name = definition.Name,
            Description = (string?)definition.Document["description"],
            Hash = SHA256.HashData(json),
            IsLatest = true,
            IsPublished = true,
            CreatedAt = now,
            CreatedBy = "Gongtui",
            PublishedAt = now,
            RunsInside = (bool?)definition.Document["options"]?["usableAsActivity"] is true,
            ChangedAt = now,
            ChangedBy = "Gongtui",
        });
        await db.SaveChangesAsync();
    }
}
