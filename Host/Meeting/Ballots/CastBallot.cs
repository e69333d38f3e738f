using Gongtui.Activities.Elections;
using Gongtui.Host.Boxes;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using MediatR;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>The ballot that the caller may fill in now.</summary>
[AllowedTo]
public sealed record FindBallot(string Instance) : IQuery<OpenBallot>;

public sealed class FindBallotHandler(BallotDesk desk) : IRequestHandler<FindBallot, Result<OpenBallot>>
{
    public Task<Result<OpenBallot>> Handle(FindBallot request, CancellationToken cancellationToken) =>
        desk.OpenAsync(request.Instance, cancellationToken);
}

/// <summary>Votes: one ballot, once, and only one that will be valid.</summary>
/// <param name="Attempt">Random text that is repeated when the same casting is tried again.</param>
[AllowedTo]
public sealed record CastBallot(string Instance, BallotSheet Sheet, string Attempt) : ICommand<SheetReceipt>, IChecked
{
    private const int LongestAttempt = 100;

    public Refusal? Check() => Attempt.Length > LongestAttempt
        ? Refusals.Invalid(new("重试标识过长。", "The attempt's text is too long."), $"≤ {LongestAttempt}", $"{Attempt.Length}")
        : null;

    /// <summary>Nothing of a ballot may come into a log by accident.</summary>
    public override string ToString() => $"{nameof(CastBallot)} {Instance}";
}

public sealed class CastBallotHandler(BallotDesk desk, BoxDesk boxes, CallerAccessor callers) : IRequestHandler<CastBallot, Result<SheetReceipt>>
{
    public async Task<Result<SheetReceipt>> Handle(CastBallot request, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var ballot = found.Value;
        // Whoever has voted is answered by the box itself: the same attempt gets its receipt again.
        if (ballot.Barred is { } barred && barred != BallotRefusals.AlreadyVoted) return barred;
        var reading = ballot.Reading;
        if (reading.Problems(request.Sheet) is [var problem, ..]) return problem;
        var cast = await boxes.CastAsync(
            ballot.Box.Id, callers.Current.Id, BallotJson.Write(reading.Resolved(request.Sheet)), request.Attempt, cancellationToken);
        return cast.Accepted || cast.Refusal != BoxRefusals.AlreadyCast ? cast : BallotRefusals.AlreadyVoted;
    }
}
