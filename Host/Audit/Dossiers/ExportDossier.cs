using System.Text;
using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Execution;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Overriding;
using MediatR;

namespace Gongtui.Host.Audit.Dossiers;

/// <summary>Everything that is needed to check an election without us, in one zip. Nothing before its result was announced: a part of a journal proves nothing.</summary>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record ExportDossier(string Instance) : IQuery<DossierFile>, IJournaledReading<Result<DossierFile>>
{
    public ReadingOf Reading(Result<DossierFile> answer) => new(ReadingKinds.Dossier, Instance, 1, answer.Value!.Entries);
}

/// <summary>A dossier, ready to be handed out.</summary>
public sealed record DossierFile(string Name, long Entries, byte[] Zip);

public sealed class ExportDossierHandler(
    IMediator mediator, JournalReader reader, IGraphCatalog graphs, IBoxStore boxes, ElectionBook book, ElectionDesk desk, CheckpointBook checkpoints, ICheckpointStore kept, OverrideBook overrides, IJournalStore journals,
    OfficeKey key, TimeProvider time)
    : IRequestHandler<ExportDossier, Result<DossierFile>>
{
    public async Task<Result<DossierFile>> Handle(ExportDossier request, CancellationToken cancellationToken)
    {
        var opened = await book.FindAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        // Before the journal is read: what is handed out is never shorter than what its checkpoint covers.
        var checkpoint = await checkpoints.MakeAsync(CheckpointOccasions.Dossier, cancellationToken);
        var journal = await mediator.Send(new DownloadJournal(request.Instance), cancellationToken);
        if (!journal.Accepted) return journal.Refusal;
        var row = opened.Value;
        // One reading of the journal for everything in the zip: it may grow while the dossier is made.
        var entries = EntryReader.Read(journal.Value.Lines);
        var state = (await reader.SeekAsync(request.Instance, entries.Count, cancellationToken))!;
        var zip = new DossierZip();
        var heads = await kept.HeadsAsync(checkpoint.Read()!.Number, cancellationToken);
        zip.Add(DossierManifest.CheckpointName, DossierCheckpoint.Of(checkpoint with { Heads = heads }, request.Instance));
        zip.Add(DossierManifest.JournalName, journal.Value.Lines);
        zip.Add(DossierManifest.ChainName, Chain((Started)entries[0], journal.Value.Lines));
        var versions = Versions(entries).Select(version => Put(zip, version)).ToList();
        var published = await overrides.PublishedAsync(versions.Select(version => version.Version), cancellationToken);
        await PutOverridesAsync(zip, published, cancellationToken);
        var sealedBoxes = await PutBoxesAsync(zip, state.Election(), cancellationToken);
        var pack = state.Election().Plan?.Form.Parameters.RulePackId ?? "";
        zip.Add("rulepack.json", RulePacks.ById(pack) is { } rules ? JsonSerializer.SerializeToUtf8Bytes(rules, JsonSerializerOptions.Web) : "null"u8.ToArray());
        zip.Add("report.html", DossierReport.Of(row, state, entries, journal.Value.Head, published));
        zip.Add("verify.html", PocketVerifier.Page());
        return new DossierFile($"dossier-{request.Instance}-{state.Sequence}.zip", state.Sequence, zip.Close(Manifest(row, state, journal.Value.Head, pack, versions, sealedBoxes), key));
    }

    private DossierManifest Manifest(
        ElectionRow row, InstanceState state, string head, string pack, IReadOnlyList<DossierVersion> versions, IReadOnlyList<DossierBox> sealedBoxes) => new(
        DossierManifest.ThisFormat, row.Instance, row.TitleZh, state.Sequence, head, pack, time.GetUtcNow(), desk.Actor.Name, versions, sealedBoxes, new Dictionary<string, string>());

    /// <summary>The hash after every entry: whoever finds a difference can say at which one it begins.</summary>
    private static byte[] Chain(Started first, byte[] lines)
    {
        var (hash, chain) = (HashChain.Seed(first.Instance, first.DefinitionHash), new StringBuilder());
        foreach (var line in new Lines(lines))
        {
            hash = HashChain.Next(hash, line);
            chain.Append(Convert.ToHexStringLower(hash)).Append('\n');
        }

        return Encoding.ASCII.GetBytes(chain.ToString());
    }

    private static IEnumerable<(string Version, string Hash)> Versions(IEnumerable<Entry> entries) => entries.Select(entry => entry switch
    {
        Started started => (started.VersionId, started.DefinitionHash),
        Migrated migrated => (migrated.VersionId, migrated.DefinitionHash),
        _ => ("", ""),
    }).Where(version => version.Item1.Length > 0).Distinct();

    private DossierVersion Put(DossierZip zip, (string Version, string Hash) version)
    {
        var graph = graphs.Find(version.Version, version.Hash);
        return new(version.Version, version.Hash, [.. graph.Sections.Prepend(graph.Definition).Select(definition => Put(zip, definition))]);
    }

    /// <summary>Versions that the policy blocked and the superior allowed: what was found, asked and decided, with the journal that says so.</summary>
    private async Task PutOverridesAsync(DossierZip zip, IReadOnlyList<KnownOverride> published, CancellationToken cancellationToken)
    {
        if (published.Count == 0) return;
        zip.Add("overrides.json", JsonSerializer.SerializeToUtf8Bytes(published.Select(one => new { one.Instance, one.AskedAt, one.State.Asked, one.State.Approved }), JsonSerializerOptions.Web));
        foreach (var one in published) zip.Add($"overrides/{one.Instance}.ndjson", await JournalFile.LinesAsync(journals, one.Instance, long.MaxValue, cancellationToken));
    }

    private static string Put(DossierZip zip, WorkflowDefinition definition)
    {
        var name = $"definitions/{definition.Hash()[..16]}.json";
        zip.Add(name, definition.ToCanonicalBytes());
        return name;
    }

    private async Task<IReadOnlyList<DossierBox>> PutBoxesAsync(DossierZip zip, Election election, CancellationToken cancellationToken)
    {
        var put = new List<DossierBox>();
        foreach (var box in election.Boxes.Values.Where(box => box is { IsOpen: false, Root: not null }))
        {
            if (await boxes.LeavesAsync(box.Id, cancellationToken) is not { } leaves) continue;
            var name = $"boxes/{put.Count + 1}.txt";
            zip.Add(name, Encoding.ASCII.GetBytes(string.Concat(leaves.Select(leaf => Convert.ToHexStringLower(leaf) + "\n"))));
            put.Add(new(box.Id, box.Root!, name));
        }

        return put;
    }
}
