using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Audit;

/// <summary>A journal as a file: the stored lines, byte by byte as the chain covers them.</summary>
/// <param name="Head">Hash of the last line, hexadecimal.</param>
public sealed record JournalFile(string Name, long Entries, string Head, byte[] Lines)
{
    /// <summary>The stored lines of a journal up to an entry.</summary>
    public static async Task<byte[]> LinesAsync(IJournalStore store, string instance, long last, CancellationToken cancellationToken)
    {
        using var lines = new MemoryStream();
        foreach (var burst in await store.ReadAsync(instance, 0, last, cancellationToken))
        {
            lines.Write(burst.Lines);
            if (burst.Lines is [.., not (byte)'\n']) lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }
}

/// <summary>Downloads the journal of an election. While a result waits for its announcement there is no file: a part of a journal proves nothing.</summary>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record DownloadJournal(string Instance) : IQuery<JournalFile>, IJournaledReading<Result<JournalFile>>
{
    public ReadingOf Reading(Result<JournalFile> answer) => new(ReadingKinds.Journal, Instance, 1, answer.Value!.Entries);
}

public sealed class DownloadJournalHandler(JournalReader reader, IJournalStore store, AuditHorizon horizon, ElectionBook book)
    : IRequestHandler<DownloadJournal, Result<JournalFile>>
{
    public async Task<Result<JournalFile>> Handle(DownloadJournal request, CancellationToken cancellationToken)
    {
        var opened = await book.FindAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        var newest = (await reader.LoadAsync(request.Instance, cancellationToken))!;
        if (await horizon.LastAsync(newest.State, cancellationToken) < newest.State.Sequence) return Held();
        return new JournalFile(
            $"journal-{request.Instance}-{newest.State.Sequence}.ndjson", newest.State.Sequence, Convert.ToHexStringLower(newest.Hash),
            await JournalFile.LinesAsync(store, request.Instance, newest.State.Sequence, cancellationToken));
    }

    private static Refusal Held() => new(
        Kinds.Conflict,
        new("选举结果尚未宣布，记录暂不能下载。", "The result has not been announced yet; the journal cannot be downloaded."),
        NextStep: new("请在宣布结果后下载。", "Download it after the announcement."));
}
