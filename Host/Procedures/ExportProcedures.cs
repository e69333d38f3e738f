using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>Versions as files; several in one archive.</summary>
[AllowedTo(Roles.Designer)]
public sealed record ExportProcedures(IReadOnlyList<string> Ids, bool AsZip) : IQuery<ExportedFile>;

/// <summary>A file to download.</summary>
public sealed record ExportedFile(string Name, byte[] Content)
{
    /// <summary>Several files in one archive.</summary>
    public static async Task<ExportedFile> ZipAsync(string name, IEnumerable<ExportedFile> files, CancellationToken cancellationToken)
    {
        using var archive = new MemoryStream();
        await using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await using var entry = await zip.CreateEntry(file.Name).OpenAsync(cancellationToken);
                await entry.WriteAsync(file.Content, cancellationToken);
            }
        }

        return new ExportedFile(name, archive.ToArray());
    }
}

public sealed partial class ExportProceduresHandler(ProcedureShelf shelf) : IRequestHandler<ExportProcedures, Result<ExportedFile>>
{
    private static readonly JsonSerializerOptions Indented = new(DefinitionJson.Options) { WriteIndented = true };

    public async Task<Result<ExportedFile>> Handle(ExportProcedures request, CancellationToken cancellationToken)
    {
        var rows = await shelf.All.AsNoTracking().Where(row => request.Ids.Contains(row.Id)).OrderBy(row => row.Name).ThenBy(row => row.Version).ToListAsync(cancellationToken);
        if (rows.Count == 0) return ProcedureRefusals.Unknown(string.Join(", ", request.Ids.Take(3)));
        if (!request.AsZip) return await FileAsync(rows[0], cancellationToken);
        var files = new List<ExportedFile>();
        foreach (var row in rows) files.Add(await FileAsync(row, cancellationToken));
        return await ExportedFile.ZipAsync("workflow-definitions.zip", files, cancellationToken);
    }

    private async Task<ExportedFile> FileAsync(ProcedureRow row, CancellationToken cancellationToken)
    {
        var model = DefinitionModel.Exported(row, await shelf.DocumentAsync(row.Id, cancellationToken));
        var name = NotForNames().Replace(row.Name, "-").Trim('-').ToLowerInvariant();
        return new($"workflow-definition-{name}-{row.DefinitionId}-{row.Id}.json", JsonSerializer.SerializeToUtf8Bytes(model, Indented));
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NotForNames();
}
