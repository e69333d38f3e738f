using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Workflows.Procedures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Benchmarks.Studio;

/// <summary>A database with a thousand procedures of ten versions each, every one as long as the product's own.</summary>
internal static class ProcedureShelfFull
{
    public const int Procedures = 1000;
    public const int Versions = 10;
    private const string Designer = "gw-06";

    /// <summary>Fills a new database, and gives an API key of a designer.</summary>
    public static async Task<string> FillAsync(string file)
    {
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite(file);
        await using var db = new GongtuiDb(options.Options);
        await db.Database.MigrateAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var document = WorkflowDefinition.Parse(ProductProcedures.All().MaxBy(text => text.Length)!).Document;
        for (var procedure = 0; procedure < Procedures; procedure++)
        {
            for (var version = 1; version <= Versions; version++) Add(db, document, procedure, version);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        var (key, row) = ApiKeys.Create(Designer, "benchmark", DateTimeOffset.UnixEpoch);
        db.ApiKeys.Add(row);
        await db.SaveChangesAsync();
        SqliteConnection.ClearAllPools();
        return key;
    }

    private static void Add(GongtuiDb db, JsonObject document, int procedure, int version)
    {
        var definition = "p" + procedure.ToString(CultureInfo.InvariantCulture);
        var row = new ProcedureRow
        {
            Id = $"{definition}-{version}",
            DefinitionId = definition,
            Version = version,
            Name = $"程序 {procedure}",
            Hash = [],
            IsLatest = version == Versions,
            IsPublished = version == Versions - 1,
            PublishedAt = version < Versions ? DateTimeOffset.UnixEpoch : null,
            CreatedAt = DateTimeOffset.UnixEpoch,
            CreatedBy = "benchmark",
        };
        (document["id"], document["definitionId"], document["version"], document["name"]) = (row.Id, definition, version, row.Name);
        var json = CanonicalJson.Write(document);
        row.Hash = SHA256.HashData(json);
        db.Procedures.Add(row);
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = row.Id, Json = json });
    }
}
