using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongtui.Activities;
using Gongtui.Engine.Journal;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Audit.Reading;

/// <summary>One line of the journal of those who read: who looked at which entries of which election, or took them home.</summary>
/// <param name="N">Number, from 1.</param>
/// <param name="By">Id of the person.</param>
/// <param name="What">One of <see cref="ReadingKinds"/>.</param>
/// <param name="First">First entry that was given out.</param>
/// <param name="Last">Last entry that was given out.</param>
public sealed record ReadingLine(long N, DateTimeOffset At, string By, string Name, string What, string Instance, long First, long Last);

/// <summary>The journal of those who read: lines that are only added, linked by the chain that journals of elections have.</summary>
public sealed class ReadingJournal(IDbContextFactory<GongtuiDb> contexts, TimeProvider time, CheckpointBell bell) : IDisposable
{
    /// <summary>The hash before the first line. Handed out anew each time: hashes are arrays.</summary>
    private static byte[] Seed => HashChain.Seed(CheckpointTree.Readers, "");

    private readonly SemaphoreSlim one = new(1);
    private (long Lines, byte[] Hash) computed = (0, Seed);

    /// <summary>Where it ends; null before the first line.</summary>
    public async ValueTask<JournalHead?> HeadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Accesses.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : new(CheckpointTree.Readers, last.Number, last.Hash);
    }

    /// <summary>Adds a line; returns when it is on the disk. Of two processes that add the same number, the slower one takes the next.</summary>
    public async Task AddAsync(string person, string name, string what, string instance, long first, long last, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            while (!await TryAddAsync(person, name, what, instance, first, last, cancellationToken))
            {
            }

            bell.Touch();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<bool> TryAddAsync(string person, string name, string what, string instance, long first, long last, CancellationToken cancellationToken)
    {
        var before = await HeadAsync(cancellationToken);
        var line = JsonSerializer.Serialize(
            new ReadingLine((before?.Entries ?? 0) + 1, time.GetUtcNow(), person, name, what, instance, first, last), ReadingJson.Default.ReadingLine);
        var row = new AccessRow
        {
            Number = (before?.Entries ?? 0) + 1,
            Instance = instance,
            Person = person,
            Line = line,
            Hash = HashChain.Next(before?.Hash ?? Seed, Encoding.UTF8.GetBytes(line)),
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Accesses.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (db.Accesses.AsNoTracking().Any(other => other.Number == row.Number))
        {
            return false;
        }
    }

    /// <summary>Whether the chain leads from the first line to the head. Each line is computed once while the process lives, so that a page costs what is new;
    /// lines that are shown are held against the lines before them each time, see <see cref="LinksAsync"/>.</summary>
    public async Task<bool> HoldsAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            computed = await FoldAsync(computed, long.MaxValue, cancellationToken);
            var end = await HeadAsync(cancellationToken);
            return computed.Lines == (end?.Entries ?? 0) && (end is null || computed.Hash.AsSpan().SequenceEqual(end.Hash));
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Whether each of these lines follows from the one before it, as both lie on the disk now.</summary>
    public async Task<bool> LinksAsync(IReadOnlyList<AccessRow> rows, CancellationToken cancellationToken)
    {
        var before = rows.Select(row => row.Number - 1).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hashes = await db.Accesses.AsNoTracking().Where(row => before.Contains(row.Number)).Select(row => new { row.Number, row.Hash }).ToDictionaryAsync(row => row.Number, row => row.Hash, cancellationToken);
        hashes[0] = Seed;
        return rows.All(row => hashes.TryGetValue(row.Number - 1, out var hash) && HashChain.Next(hash, Encoding.UTF8.GetBytes(row.Line)).AsSpan().SequenceEqual(row.Hash));
    }

    /// <summary>The hash after a line, computed again from the lines on the disk, and how many there are up to it: fewer than asked for when some are missing.</summary>
    /// <param name="upTo">Number of the last line; <see cref="long.MaxValue"/> for all.</param>
    public Task<(long Lines, byte[] Hash)> RecomputeAsync(long upTo, CancellationToken cancellationToken) => FoldAsync((0, Seed), upTo, cancellationToken);

    public void Dispose() => one.Dispose();

    /// <summary>Goes on from a line with those after it.</summary>
    private async Task<(long Lines, byte[] Hash)> FoldAsync((long Lines, byte[] Hash) from, long upTo, CancellationToken cancellationToken)
    {
        var (lines, hash) = from;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var line in db.Accesses.AsNoTracking().Where(row => row.Number > from.Lines && row.Number <= upTo).OrderBy(row => row.Number).Select(row => row.Line).AsAsyncEnumerable().WithCancellation(cancellationToken))
            (lines, hash) = (lines + 1, HashChain.Next(hash, Encoding.UTF8.GetBytes(line)));
        return (lines, hash);
    }
}

/// <summary>What somebody did with a journal.</summary>
public static class ReadingKinds
{
    public const string Replay = "replay";
    public const string Find = "find";
    public const string Compare = "compare";
    public const string Verify = "verify";
    public const string Journal = "journal";
    public const string Dossier = "dossier";

    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        [Replay] = new("回放", "Replayed"),
        [Find] = new("检索", "Searched"),
        [Compare] = new("比较", "Compared"),
        [Verify] = new("校验", "Verified"),
        [Journal] = new("下载记录", "Downloaded the journal"),
        [Dossier] = new("导出卷宗", "Exported the dossier"),
    };

    public static Text Word(string what) => Words.GetValueOrDefault(what) ?? new(what, what);
}

/// <summary>JSON of the lines. Their bytes are what the chain covers, so they are written once and kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadingLine))]
internal sealed partial class ReadingJson : JsonSerializerContext;
