using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Meeting;

/// <summary>What everybody in the hall may know while it happens: people and ballots in numbers, nothing about votes.</summary>
/// <param name="Round">0 before the meeting.</param>
/// <param name="Electors">People on the roll with the right to vote.</param>
/// <param name="Attendance">Null while the attendance is being counted.</param>
/// <param name="Missing">还差; by the roll while nothing is counted.</param>
/// <param name="Box">Null before ballots are issued.</param>
/// <param name="Turnout">Ballots in the box; null before ballots are issued.</param>
/// <param name="Over">The round's ballots are counted, or its vote is void.</param>
public sealed record HallBoard(
    Election Election, int Round, int Electors, AttendanceCounted? Attendance, int Missing, BoxStage Box, Turnout? Turnout, bool Over);

/// <summary>Where the ballots of the round are.</summary>
public enum BoxStage
{
    NotIssued,
    Open,
    Sealed,
}

[AllowedTo]
public sealed record ShowHall(string Instance) : IQuery<HallBoard>;

public sealed class ShowHallHandler(ElectionBook book, ElectionDesk desk, BoxDesk boxes) : IRequestHandler<ShowHall, Result<HallBoard>>
{
    public async Task<Result<HallBoard>> Handle(ShowHall request, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var election = (await desk.FindAsync(request.Instance, cancellationToken))!.Election();
        var voting = election.Voting;
        var electors = Activities.Voting.Stages.Electorate(election).Count;
        var box = voting.Box is { } id ? election.Boxes[id] : null;
        return new HallBoard(
            election, voting.Round, electors, voting.Attendance, Missing(election, electors),
            box is null ? BoxStage.NotIssued : box.IsOpen ? BoxStage.Open : BoxStage.Sealed,
            box is null ? null : await boxes.TurnoutAsync(box, cancellationToken),
            box is { IsOpen: false });
    }

    private static int Missing(Election election, int electors) => (election.Voting.Attendance, election.Plan) switch
    {
        ({ } counted, _) => Quorum.Missing(counted.Due, counted.Present.Count, election.Pack.Quorum),
        (null, not null) => Quorum.Minimum(electors, election.Pack.Quorum),
        _ => 0,
    };
}
