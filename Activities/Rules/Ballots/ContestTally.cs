using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules.Ballots;

/// <summary>Votes of one name. A name that was only written in has approvals and nothing else.</summary>
public sealed record NameTally(string Name, bool Printed, int Approve, int Against, int Abstain);

/// <summary>The count of one contest.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="Seats">名额.</param>
/// <param name="Valid">Valid parts, the blank among them; for each printed name approve + against + abstain = valid.</param>
/// <param name="Invalid">Invalid parts; their marks count nowhere.</param>
/// <param name="Names">Printed names in ballot order, then written-in names that have an approval.</param>
public sealed record ContestTally(string Post, int Seats, int Valid, int Invalid, IReadOnlyList<NameTally> Names)
{
    [JsonIgnore]
    public int Counted => Valid + Invalid;
}
