using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Audit.Dossiers.Checking;
using Gongtui.Host.Audit.Theatre;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;

namespace Gongtui.Host.Audit.Verifying;

/// <summary>One kind of thing that was computed again.</summary>
/// <param name="Count">How many were.</param>
/// <param name="At">First entry that does not hold; null when all do.</param>
public sealed record Recomputed(Text What, int Count, long? At = null, Text? Fault = null);

/// <summary>What going through a whole journal once found.</summary>
/// <param name="Entries">Entries whose chain, numbers and fold hold, from the first.</param>
/// <param name="Fault">The first that does not; null when all do.</param>
/// <param name="Recomputed">What came out of them, computed again.</param>
public sealed record Recounted(long Entries, ChainFault? Fault, IReadOnlyList<Recomputed> Recomputed);

/// <summary>Computes a journal again from its stored bytes, chain and fold and what it says came out: every sealed box's Merkle root, every count of its sheets,
/// every decision of the rules, every printed inequality. All in one go through it.</summary>
public sealed class Recount(JournalReader reader, IBoxStore boxes, BoxDesk desk)
{
    /// <param name="last">The last entry that may be looked at; what comes later is held against the chain only.</param>
    /// <param name="end">Where the journal ends.</param>
    public async Task<Recounted> AllAsync(string instance, long last, long end, CancellationToken cancellationToken)
    {
        var entries = 0L;
        var (roots, counts, outcomes, proofs) = (
            new Recomputed(new("票箱的默克尔根", "Merkle roots of sealed boxes"), 0), new Recomputed(new("票箱内选票、推荐票、测评票重新清点", "sheets of sealed boxes counted again"), 0),
            new Recomputed(new("选举结果按规则重新判定", "outcomes decided again by the rules"), 0), new Recomputed(new("每一条规则算式", "every inequality of a rule"), 0));
        var forms = new Dictionary<string, BoxOpened>(StringComparer.Ordinal);
        var (before, handed) = (Election.None, default(JsonElement));
        await using var stretch = reader.StretchAsync(instance, 1, end, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await stretch.MoveNextAsync()) break;
            }
            catch (JournalException broken)
            {
                return new(entries, new(entries + 1, broken.Message), []);
            }

            var (entry, state) = stretch.Current;
            entries = entry.Sequence;
            if (entries > last) continue;
            switch (entry)
            {
                case Resumed resumed:
                    handed = resumed.Input.GetValueOrDefault("completion") is JsonElement { ValueKind: JsonValueKind.Object } completion && completion.TryGetProperty("fields", out var fields) ? fields : default;
                    break;
                case Logged { Event: nameof(BoxOpened), Payload: { } payload }:
                    var opened = FormReader.ReadFact<BoxOpened>(payload);
                    forms[opened.Box] = opened;
                    break;
                case Logged { Event: nameof(BoxClosed), Payload: { } payload }:
                    var closed = FormReader.ReadFact<BoxClosed>(payload);
                    roots = Add(roots, entry, await RootAsync(closed, cancellationToken));
                    if (Handed(handed, "count") is { } count && forms.GetValueOrDefault(closed.Box) is { } form)
                        counts = Add(counts, entry, await CountAsync(form, count, cancellationToken));
                    break;
                case Logged { Event: nameof(ContestsCounted), Payload: { } payload } when Handed(handed, "count") is { ValueKind: JsonValueKind.Array } tallies && before.Voting.Account is { } account:
                    outcomes = Add(outcomes, entry, Outcome(before, account, tallies, payload));
                    break;
            }

            foreach (var proof in Proofs.In(EntryWords.Payload(entry)))
                proofs = Add(proofs, entry, CountCheck.Says(proof.Inequality) is { } says && says != proof.Holds ? new(proof.Inequality, proof.Inequality) : null);
            before = state.Election();
        }

        return entries == 0 ? new(0, new(0, "There is no such journal."), []) : new(entries, null, [roots, counts, outcomes, proofs]);
    }

    private static Recomputed Add(Recomputed sum, Entry entry, Text? fault) =>
        fault is null || sum.At is not null ? sum with { Count = sum.Count + 1 } : sum with { Count = sum.Count + 1, At = entry.Sequence, Fault = fault };

    private static JsonElement? Handed(JsonElement fields, string name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var value) ? value : null;

    private async Task<Text?> RootAsync(BoxClosed closed, CancellationToken cancellationToken)
    {
        if (await boxes.LeavesAsync(closed.Box, cancellationToken) is not { } leaves) return new($"票箱 {closed.Box} 不在了。", $"Box {closed.Box} is gone.");
        if (leaves.Count != closed.Submitted) return new($"票箱 {closed.Box} 现有 {leaves.Count} 张，封存时 {closed.Submitted} 张。", $"Box {closed.Box} has {leaves.Count} sheets, {closed.Submitted} when it was sealed.");
        return Convert.ToHexStringLower(MerkleTree.Root([.. leaves])) == closed.Root ? null
            : new($"票箱 {closed.Box} 的默克尔根与封存时不同。", $"The Merkle root of box {closed.Box} is not the one that was sealed.");
    }

    private async Task<Text?> CountAsync(BoxOpened box, JsonElement counted, CancellationToken cancellationToken)
    {
        // The journal says that it is sealed, so asking again only reads.
        if (await boxes.CloseAsync(box.Box, cancellationToken) is not { } found) return new($"票箱 {box.Box} 不在了。", $"Box {box.Box} is gone.");
        return JsonElement.DeepEquals(desk.KindOf(box.Purpose).Count(box.Form, found.Sheets), counted) ? null
            : new($"票箱 {box.Box} 重新清点的结果与记录不同。", $"Box {box.Box}, counted again, comes to something else.");
    }

    private static Text? Outcome(Election before, BallotsAccounted account, JsonElement tallies, JsonElement recorded)
    {
        var decided = BallotCount.Decide(before, account, [.. tallies.EnumerateArray().Select(FormReader.ReadFact<ContestTally>)]);
        return decided.Fact is { } fact && JsonElement.DeepEquals(FormReader.Write(fact), recorded) ? null
            : new("按规则重新判定的结果与记录不同。", "Decided again by the rules, something else comes out.");
    }
}
