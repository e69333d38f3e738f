using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Voting;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Reports;

/// <summary>Gathers the facts of the rounds from a journal: the election itself remembers only where things stand, the result page shows how they came about.</summary>
public sealed class ResultFold
{
    private readonly List<RoundResult> rounds = [];

    public IReadOnlyList<RoundResult> Rounds => rounds;

    public ResultAnnounced? Announced { get; private set; }

    public Ratified? Ratified { get; private set; }

    public Filed? Filed { get; private set; }

    public NotRatified? NotRatified { get; private set; }

    public void Apply(Entry entry)
    {
        if (entry is Logged { Payload: { ValueKind: JsonValueKind.Object } payload } logged) Apply(logged.Event, payload);
    }

    private void Apply(string fact, JsonElement payload)
    {
        switch (fact)
        {
            case nameof(BallotPrepared):
                var prepared = FormReader.Read<BallotPrepared>(payload);
                rounds.Add(new(prepared.Round) { Contests = prepared.Contests });
                break;
            case nameof(AttendanceCounted): Set(payload, (AttendanceCounted f, RoundResult r) => r with { Attendance = f }); break;
            case nameof(MeetingAdjourned): Set(payload, (MeetingAdjourned f, RoundResult r) => r with { Adjourned = f }); break;
            case nameof(ElectionRulesVoted): Set(payload, (ElectionRulesVoted f, RoundResult r) => r with { Rules = f }); break;
            case nameof(TellersAdopted): Set(payload, (TellersAdopted f, RoundResult r) => r with { Tellers = f }); break;
            case nameof(BallotsAccounted): Set(payload, (BallotsAccounted f, RoundResult r) => r with { Account = f }); break;
            // Boxes of recommendation and assessment are closed before the first round.
            case nameof(BoxClosed) when rounds.Count > 0: Set(payload, (BoxClosed f, RoundResult r) => r with { Box = f }); break;
            case nameof(VoteVoided): Set(payload, (VoteVoided f, RoundResult r) => r with { Voided = f, Count = null }); break;
            case nameof(ContestsCounted): Set(payload, (ContestsCounted f, RoundResult r) => r with { Count = f }); break;
            case nameof(TieDecided): Set(payload, (TieDecided f, RoundResult r) => r with { Tie = f }); break;
            case nameof(ShortageDecided): Set(payload, (ShortageDecided f, RoundResult r) => r with { Shortage = f }); break;
            case nameof(ResultAnnounced): Announced = FormReader.Read<ResultAnnounced>(payload); break;
            case nameof(Ratified): Ratified = FormReader.Read<Ratified>(payload); break;
            case nameof(Filed): Filed = FormReader.Read<Filed>(payload); break;
            case nameof(NotRatified): NotRatified = FormReader.Read<NotRatified>(payload); break;
        }
    }

    private void Set<TFact>(JsonElement payload, Func<TFact, RoundResult, RoundResult> with) =>
        rounds[^1] = with(FormReader.Read<TFact>(payload), rounds[^1]);
}
