using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Texts;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures;

/// <summary>The versions of procedures in the database: finding them, and the few ways in which they change.</summary>
/// <remarks>A version's text changes only while it was never published. Callers save with <see cref="SaveAsync"/>; a writer who was slower gets
/// <see cref="DbUpdateException"/>, of which <see cref="OnceMoreAsync"/> makes another attempt on what is there now.</remarks>
public sealed partial class ProcedureShelf(GongtuiDb db, GraphCatalog graphs, CallerAccessor callers, TimeProvider time)
{
    /// <summary>Characters that lists show; the text keeps all.</summary>
    private const int LongestDescription = 1000;

    /// <summary>Each time somebody else got on, so that many at once end after as many attempts.</summary>
    private const int MostAttempts = 20;

    private static readonly string[] Living = ["Running", "Faulted"];

    /// <summary>Every version that is not deleted.</summary>
    public IQueryable<ProcedureRow> All => db.Procedures.Where(row => row.DeletedAt == null);

    /// <summary>An id as Elsa makes them: 64 random bits, 16 hexadecimal digits.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>A version, deleted ones included: runs on them are still looked at.</summary>
    public Task<ProcedureRow?> VersionAsync(string id, CancellationToken cancellationToken) =>
        db.Procedures.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<ProcedureRow?> LatestAsync(string definitionId, CancellationToken cancellationToken) =>
        All.FirstOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsLatest, cancellationToken);

    public Task<ProcedureRow?> PublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        All.FirstOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsPublished, cancellationToken);

    public async Task<JsonObject> DocumentAsync(string id, CancellationToken cancellationToken) =>
        DefinitionJson.Parse(await TextAsync(id, cancellationToken));

    public Task<byte[]> TextAsync(string id, CancellationToken cancellationToken) =>
        db.ProcedureTexts.Where(text => text.Id == id).Select(text => text.Json).FirstAsync(cancellationToken);

    /// <summary>How many elections run on versions of a procedure, or on one of them.</summary>
    public Task<int> RunningAsync(string definitionId, string? version, CancellationToken cancellationToken) =>
        (from election in db.Elections
         join row in db.Procedures on election.Procedure equals row.Id
         where row.DefinitionId == definitionId && (version == null || row.Id == version) && Living.Contains(election.Status)
         select election).CountAsync(cancellationToken);

    /// <summary>Whether a text can be the id of a procedure or of a version: it stands in addresses and file names.</summary>
    public static bool IsId(string id) => IdForm().IsMatch(id);

    /// <summary>Adds a draft as the latest version. The document gets its id, number and date.</summary>
    /// <param name="id">Id of the version, where it brings one that is free: other diagrams may name it. Null for a new one.</param>
    /// <param name="follows">Id of the latest version as the caller saw it, "" where there was none; null when any will do.</param>
    /// <exception cref="DbUpdateConcurrencyException">Another version is the latest by now.</exception>
    public async Task<ProcedureRow> AddAsync(
        string definitionId, JsonObject document, string editor, string? copyOf, CancellationToken cancellationToken, string? id = null, string? follows = null)
    {
        if (id is not null && (!IsId(id) || await db.Procedures.AnyAsync(row => row.Id == id, cancellationToken))) id = null;
        var last = await db.Procedures.Where(row => row.DefinitionId == definitionId).MaxAsync(row => (int?)row.Version, cancellationToken) ?? 0;
        var latest = await db.Procedures.Where(row => row.DefinitionId == definitionId && row.IsLatest).ToListAsync(cancellationToken);
        if (follows is not null && (latest.SingleOrDefault()?.Id ?? "") != follows)
            throw new DbUpdateConcurrencyException($"Version {follows} of {definitionId} is no longer the latest.");
        foreach (var earlier in latest)
        {
            earlier.IsLatest = false;
            earlier.Revision++;
        }

        // As the database will give it back.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var row = new ProcedureRow
        {
            Id = id ?? NewId(),
            DefinitionId = definitionId,
            Version = last + 1,
            Name = "",
            Hash = [],
            IsLatest = true,
            CreatedAt = now,
            CreatedBy = callers.Current.Name,
            CopyOf = copyOf,
        };
        db.Procedures.Add(row);
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = row.Id, Json = Write(row, document, Canonical(row, document), editor) });
        return row;
    }

    /// <summary>Writes a draft again.</summary>
    /// <param name="json">What <see cref="Canonical"/> made of the document.</param>
    public void Rewrite(ProcedureRow draft, JsonObject document, byte[] json, string editor)
    {
        if (draft.PublishedAt is not null) throw new InvalidOperationException($"Version {draft.Id} was published; its text never changes.");
        db.ProcedureTexts.Update(new ProcedureTextRow { Id = draft.Id, Json = Write(draft, document, json, editor) });
    }

    /// <summary>The text of a document as this version: with its id, number and date, in the one spelling that is stored.</summary>
    public static byte[] Canonical(ProcedureRow row, JsonObject document)
    {
        (document["id"], document["definitionId"], document["version"]) = (row.Id, row.DefinitionId, row.Version);
        document["createdAt"] = DefinitionJson.Instant(row.CreatedAt);
        return CanonicalJson.Write(document);
    }

    /// <summary>Takes a version off the shelf. The newest of the others becomes the latest.</summary>
    public async Task RemoveAsync(ProcedureRow row, CancellationToken cancellationToken)
    {
        var wasLatest = row.IsLatest;
        if (row.PublishedAt is null)
        {
            db.Procedures.Remove(row);
            db.ProcedureTexts.Remove(await db.ProcedureTexts.FirstAsync(text => text.Id == row.Id, cancellationToken));
        }
        else
        {
            (row.IsLatest, row.IsPublished, row.DeletedAt) = (false, false, time.GetUtcNow());
            Touch(row, "");
        }

        if (!wasLatest) return;
        var next = await All.Where(other => other.DefinitionId == row.DefinitionId && other.Id != row.Id)
            .OrderByDescending(other => other.Version).FirstOrDefaultAsync(cancellationToken);
        if (next is null) return;
        next.IsLatest = true;
        next.Revision++;
    }

    /// <summary>Puts everything that was changed on the disk.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        // Nothing is made of drafts that would have to be forgotten; an editor saves one every half second.
        var changed = db.ChangeTracker.Entries<ProcedureRow>().Select(entry => entry.Entity)
            .Where(row => row.PublishedAt is not null).Select(row => row.DefinitionId).Distinct().ToList();
        await db.SaveChangesAsync(cancellationToken);
        foreach (var definition in changed) graphs.Forget(definition);
    }

    /// <summary>Does something; when another writer was faster, forgets what was read and does it once more, a few times.</summary>
    public async Task<T> OnceMoreAsync<T>(Func<Task<T>> action)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    public void Touch(ProcedureRow row, string editor)
    {
        (row.ChangedAt, row.ChangedBy, row.Editor) = (time.GetUtcNow(), callers.Current.Name, editor);
        row.Revision++;
    }

    /// <summary>Whether two documents say the same, whatever version they are.</summary>
    public static bool SaysTheSame(JsonObject one, JsonObject other) =>
        CanonicalJson.Write(Bare(one)).AsSpan().SequenceEqual(CanonicalJson.Write(Bare(other)));

    /// <summary>The id that the conflict copies of one editor on one procedure share.</summary>
    public static string CopyId(string definitionId, string editor) =>
        "copy-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definitionId + "\n" + editor)).AsSpan(0, 8));

    private byte[] Write(ProcedureRow row, JsonObject document, byte[] json, string editor)
    {
        row.Name = document.Text("name") ?? row.DefinitionId;
        row.Description = document.Text("description") is { Length: > LongestDescription } all ? all[..LongestDescription] : document.Text("description");
        row.RunsInside = (document["options"] as JsonObject)?["usableAsActivity"] is JsonValue flag && flag.TryGetValue<bool>(out var inside) && inside;
        Touch(row, editor);
        row.Hash = SHA256.HashData(json);
        return json;
    }

    private static JsonObject Bare(JsonObject document)
    {
        var bare = new JsonObject();
        foreach (var (name, value) in document)
            if (name is not ("id" or "definitionId" or "version" or "createdAt" or "toolVersion" or "$schema" or "isLatest" or "isPublished")) bare[name] = value?.DeepClone();
        return bare;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{0,99}$")]
    private static partial Regex IdForm();
}
