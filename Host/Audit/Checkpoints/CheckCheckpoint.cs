using System.Security.Cryptography;
using System.Text;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Journal;
using Gongtui.Engine.Storage;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Compares a checkpoint that somebody kept outside with what is here today: nothing that it covers may have changed or gone.</summary>
/// <param name="Text">The file, with or without heads.</param>
[AllowedTo]
public sealed record CheckCheckpoint(string Text) : IQuery<CheckpointFindings>, IChecked
{
    private const int Longest = 32 << 20;

    public Refusal? Check() => Text.Length is > 0 and <= Longest && SignedCheckpoint.Parse(Text)?.Read() is not null ? null : new(
        Kinds.Invalid, new("这不是校验点文件。", "This is no checkpoint."),
        Expected: $"{Checkpoint.Format} …",
        NextStep: new("请粘贴或选择以前从“校验点”页下载的文件，一字不改。", "Paste or choose a file that was downloaded from the page of checkpoints, unchanged."));
}

/// <summary>What was compared, in order; the first that does not hold ends the list.</summary>
public sealed record CheckpointFindings(Checkpoint Checkpoint, IReadOnlyList<CheckpointFinding> All)
{
    public bool Hold => All.All(finding => finding.Fault is null);
}

/// <param name="Fault">Null when it holds.</param>
public sealed record CheckpointFinding(Text What, Text? Fault);

public sealed class CheckCheckpointHandler(ICheckpointStore store, IJournalStore journals, ReadingJournal readers, OfficeKey key)
    : IRequestHandler<CheckCheckpoint, Result<CheckpointFindings>>
{
    private const int AtOnce = 1000;

    public async Task<Result<CheckpointFindings>> Handle(CheckCheckpoint request, CancellationToken cancellationToken)
    {
        var given = SignedCheckpoint.Parse(request.Text)!;
        var (checkpoint, found) = (given.Read()!, new List<CheckpointFinding>());
        await foreach (var finding in CompareAsync(given, checkpoint, cancellationToken))
        {
            found.Add(finding);
            if (finding.Fault is not null) break;
        }

        return new CheckpointFindings(checkpoint, found);
    }

    private async IAsyncEnumerable<CheckpointFinding> CompareAsync(
        SignedCheckpoint given, Checkpoint checkpoint, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new(new("签名", "The signature"), Signature(given));
        yield return new(
            new($"第 {checkpoint.Number} 号校验点仍在这里", $"Checkpoint {checkpoint.Number} is still here"),
            (await store.FromAsync(checkpoint.Number, 1, cancellationToken)) is not [var kept] || kept.Read()?.Number != checkpoint.Number
                ? new("这里没有这一号：校验点被删去。", "There is none of this number here: checkpoints were removed.")
                : kept.Note != given.Note ? new($"这里的第 {checkpoint.Number} 号是另一内容。", "Ours of this number says something else.") : null);
        var (later, broken) = await LaterAsync(checkpoint, cancellationToken);
        yield return new(
            new($"其后的 {later} 个校验点逐个相连", $"The {later} later checkpoints are linked to it one by one"),
            broken is null ? null : new($"第 {broken} 号与前一号不相连。", $"Number {broken} does not follow from the one before."));
        var heads = await store.HeadsAsync(checkpoint.Number, cancellationToken);
        yield return new(
            new($"默克尔根覆盖 {heads.Count} 份记录", $"The Merkle root covers {heads.Count} journals"),
            CheckpointTree.Root(heads) != checkpoint.Root || (given.Heads is { } own && CheckpointTree.Root(own) != checkpoint.Root)
                ? new("各份记录的末条校验值合不成这个根。", "The heads do not give this root.") : null);
        foreach (var head in heads)
        {
            yield return new(
                head.Instance == CheckpointTree.Readers ? new($"查阅记录前 {head.Entries} 条", $"The first {head.Entries} lines of the journal of readers") : new($"{head.Instance} 前 {head.Entries} 条", $"The first {head.Entries} entries of {head.Instance}"),
                await HoldsAsync(head, cancellationToken) ? null : new("今天的记录不再以它开头：有记录被改动或截去。", "Today's journal no longer begins with them: entries were changed or cut off."));
        }
    }

    private Text? Signature(SignedCheckpoint given)
    {
        try
        {
            if (given.Signature.PublicKey != key.PublicKey) return new("不是本机构的密钥。", "It was not made with this office's key.");
            using var own = ECDsa.Create();
            own.ImportSubjectPublicKeyInfo(Convert.FromBase64String(given.Signature.PublicKey), out _);
            return own.VerifyData(Encoding.UTF8.GetBytes(given.Note), Convert.FromBase64String(given.Signature.Signature), HashAlgorithmName.SHA256)
                ? null : new("内容与签名不符。", "The text does not carry the signature.");
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return new("签名不能读取。", "The signature cannot be read.");
        }
    }

    private async Task<(int Later, long? Broken)> LaterAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var (before, later) = (checkpoint, 0);
        while (true)
        {
            var next = await store.FromAsync(before.Number + 1, AtOnce, cancellationToken);
            foreach (var one in next)
            {
                if (one.Read() is not { } read || read.Number != before.Number + 1 || read.Previous != before.Hash) return (later, before.Number + 1);
                (before, later) = (read, later + 1);
            }

            if (next.Count < AtOnce) return (later, null);
        }
    }

    private async Task<bool> HoldsAsync(JournalHead head, CancellationToken cancellationToken)
    {
        if (head.Instance == CheckpointTree.Readers)
            return await readers.RecomputeAsync(head.Entries, cancellationToken) is var (lines, whole) && lines == head.Entries && whole.AsSpan().SequenceEqual(head.Hash);
        var (hash, at) = (Array.Empty<byte>(), 0L);
        try
        {
            foreach (var burst in await journals.ReadAsync(head.Instance, 0, head.Entries, cancellationToken))
            {
                if (at == 0 && EntryReader.Read(burst.Lines) is [Started started, ..]) hash = HashChain.Seed(started.Instance, started.DefinitionHash);
                if (hash.Length == 0) return false;
                (hash, at) = (HashChain.AfterBurst(hash, burst.Lines), burst.Last);
            }
        }
        catch (JournalException)
        {
            return false;
        }

        // Bursts are stored whole, so a head always stands at the end of one.
        return at == head.Entries && hash.AsSpan().SequenceEqual(head.Hash);
    }
}
