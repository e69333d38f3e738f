using System.Text.Json;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Meeting.Tasks;

/// <summary>What tellers can write down when they close the box; everything else of a <see cref="BallotAccountForm"/> is found by the Host.</summary>
/// <param name="Printed">印制; null, as the next three, when everybody votes here.</param>
/// <param name="Issued">发出.</param>
/// <param name="Unused">剩余.</param>
/// <param name="Spoiled">作废.</param>
/// <param name="Reason">Why the vote is declared void; null to count.</param>
public sealed record PaperAccount(int? Printed = null, int? Issued = null, int? Unused = null, int? Spoiled = null, string? Reason = null)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static JsonElement Write(PaperAccount account) => JsonSerializer.SerializeToElement(account, Format);

    /// <exception cref="JsonException">It has another shape.</exception>
    public static PaperAccount Read(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } given ? given.Deserialize<PaperAccount>(Format)! : new();
}
