using Gongtui.Activities.Elections;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>One election at its end.</summary>
/// <param name="Pilot">What was prepared.</param>
/// <param name="Election">What its journal says.</param>
/// <param name="Entries">Entries of the journal, whose chain was verified.</param>
/// <param name="Facts">How many facts of each kind it holds.</param>
internal sealed record PilotResult(PilotElection Pilot, Election Election, long Entries, IReadOnlyDictionary<string, int> Facts)
{
    /// <summary>A seat was tied and voted on again among the tied.</summary>
    public bool WasTied => Election.Voting.Posts.Any(post => post.TieRounds > 0);

    /// <summary>A seat found no majority; it was filled by another election.</summary>
    public bool WasShort => Facts.ContainsKey(nameof(ShortageDecided));

    /// <summary>Too few came to the first meeting.</summary>
    public bool WasPutOff => Facts.ContainsKey(nameof(MeetingAdjourned));

    /// <summary>Voted on paper and counted twice by hand.</summary>
    public bool OnPaper => Facts.ContainsKey(nameof(HandCounted));

    /// <summary>The two counts by hand differed at first.</summary>
    public bool WasRecounted => Facts.ContainsKey(nameof(HandCountsDiffered));

    /// <summary>Names of those announced for a post.</summary>
    public IReadOnlyList<string> Elected(string post) =>
    [
        .. (Election.Ratification?.Announced ?? []).Where(holders => holders.Post == post).SelectMany(holders => holders.People).Select(Pilot.NameOf),
    ];

    /// <summary>委员 who hold no other post: in two rounds the secretary and the deputies were elected members first.</summary>
    public IReadOnlyList<string> MembersOnly() =>
        [.. Elected(PilotElection.Member).Except(Elected(PilotElection.Secretary)).Except(Elected(PilotElection.Deputy))];

    /// <summary>Whether the plan's post was confirmed: ratified and filed.</summary>
    public bool IsRatified => Election.Ratification is { Ratified: not null, Filed: not null, Refused: false };

    /// <summary>Members who recommended, of those entitled.</summary>
    public (int Took, int Entitled) Participation()
    {
        var boxes = Election.Boxes.Values.Where(box => box.Purpose == Activities.Boxes.BoxPurpose.Recommendation && box.Group != Principals.Masses).ToArray();
        return (boxes.Sum(box => box.Submitted), boxes.Sum(box => box.EligibleCount));
    }
}
