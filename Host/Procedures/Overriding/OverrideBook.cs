using System.Security.Cryptography;
using System.Text;
using Gongtui.Activities.Overriding;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Procedures.Overriding;

/// <summary>An override with the run that decides it.</summary>
public sealed record KnownOverride(string Instance, DateTimeOffset AskedAt, OverrideState State);

/// <summary>Finds the overrides of versions: each is a run of the procedure 特批发布, whose id begins with a hash of the version's.</summary>
public sealed class OverrideBook(GongtuiDb db, JournalReader journals)
{
    /// <summary>Definition id of the procedure that decides overrides.</summary>
    public const string Procedure = "tefa";

    private const string Beginning = "override-";

    /// <summary>A new id of a run about this version.</summary>
    public static string NewInstance(string versionId) => $"{Stem(versionId)}{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    /// <summary>Everything that was asked about these versions, the oldest first.</summary>
    public async Task<IReadOnlyList<KnownOverride>> OfAsync(IEnumerable<string> versionIds, CancellationToken cancellationToken)
    {
        var known = new List<KnownOverride>();
        foreach (var version in versionIds.Distinct(StringComparer.Ordinal))
        {
            var stem = Stem(version);
            var rows = await db.Elections.AsNoTracking().Where(row => row.Instance.StartsWith(stem)).OrderBy(row => row.StartedAt).Select(row => row.Instance).ToListAsync(cancellationToken);
            foreach (var instance in rows)
            {
                if (await FindAsync(instance, cancellationToken) is { } found && found.State.Asked.VersionId == version) known.Add(found);
            }
        }

        return known;
    }

    /// <summary>Those by which these versions stand published.</summary>
    public async Task<IReadOnlyList<KnownOverride>> PublishedAsync(IEnumerable<string> versionIds, CancellationToken cancellationToken) =>
        [.. (await OfAsync(versionIds, cancellationToken)).Where(one => one.State.Published)];

    /// <summary>The override that a run decides; null when it decides none.</summary>
    public async Task<KnownOverride?> FindAsync(string instance, CancellationToken cancellationToken) =>
        (await journals.LoadAsync(instance, cancellationToken))?.State is { } run && run.Election().Override is { } state ? new(instance, run.StartedAt, state) : null;

    /// <summary>Runs that were approved and wait for the publication: a crash came between.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<string>();
        foreach (var instance in await db.Elections.AsNoTracking().Where(row => row.Instance.StartsWith(Beginning) && row.Status == "Running").Select(row => row.Instance).ToListAsync(cancellationToken))
        {
            if (await FindAsync(instance, cancellationToken) is { State.Approved: not null }) waiting.Add(instance);
        }

        return waiting;
    }

    private static string Stem(string versionId) => $"{Beginning}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(versionId)))[..12]}-";
}
