using System.Text.Json;
using Gongtui.Activities.Elections;

namespace Gongtui.Host.Audit;

/// <summary>Verification as the API gives it.</summary>
/// <param name="Entries">Entries that hold, from the first.</param>
/// <param name="Head">Hash of the last entry when all hold.</param>
/// <param name="FailsAt">The first entry that does not hold.</param>
/// <param name="Reason">Why it does not.</param>
public sealed record VerificationAnswer(bool Holds, long Entries, string? Head, long? FailsAt, string? Reason)
{
    public static VerificationAnswer Of(Verification found)
    {
        var first = found.Recomputed.Where(one => one.At is not null).MinBy(one => one.At);
        return new(found.Holds, found.Entries, found.Head, found.Fault?.Sequence ?? first?.At, found.Fault?.Reason ?? first?.Fault?.ToString());
    }
}

/// <summary>An election as of an entry, as the API gives it.</summary>
/// <param name="What">The entry in words, Chinese first.</param>
/// <param name="Counts">Per activity of the diagram: begun, completed, failed, cancelled.</param>
public sealed record AsOfAnswer(
    long At, long Last, DateTimeOffset Instant, string? By, string What, JsonElement? Fact, JsonElement Election,
    IReadOnlyDictionary<string, object?> Variables, IReadOnlyDictionary<string, int[]> Counts, IReadOnlyList<string> Changed)
{
    public static AsOfAnswer Of(AsOf asOf) => new(
        asOf.At, asOf.Last, asOf.Entry.At, asOf.Entry.By, asOf.Entry.Words.What.ToString(),
        asOf.Entry.Payload.ValueKind == JsonValueKind.Undefined ? null : asOf.Entry.Payload,
        FormReader.Write(asOf.Election),
        asOf.State.AllVariables().GroupBy(variable => variable.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal),
        asOf.State.Counts.ToDictionary(
            count => count.Key, count => new[] { count.Value.Started, count.Value.Completed, count.Value.Faulted, count.Value.Canceled }, StringComparer.Ordinal),
        [.. asOf.Changed.Order(StringComparer.Ordinal)]);
}
