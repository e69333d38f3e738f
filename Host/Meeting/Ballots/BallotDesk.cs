using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Voting;
using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>The ballot that is being voted on, for one person.</summary>
/// <param name="Box">The open box.</param>
/// <param name="Form">The paper.</param>
/// <param name="Barred">Why the person may not vote now; null when they may.</param>
public sealed record OpenBallot(InstanceState Run, BoxState Box, BallotForm Form, Refusal? Barred)
{
    public Election Election => Run.Election();

    public BallotReading Reading => new(Form, Election.NameOf, rule => Election.Pack.Article(rule).Display);
}

/// <summary>Finds the ballot of an election for the caller.</summary>
public sealed class BallotDesk(ElectionBook book, ElectionDesk desk, BoxDesk boxes, CallerAccessor callers)
{
    public async Task<Result<OpenBallot>> OpenAsync(string instance, CancellationToken cancellationToken)
    {
        var found = await book.FindAsync(instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var run = (await desk.FindAsync(instance, cancellationToken))!;
        var election = run.Election();
        if (run.End is not null) return KernelRefusals.ElectionOver($"{run.SubStatus}");
        if (election.Voting.Box is not { } id) return BallotRefusals.NotVoting(election);
        var box = election.Boxes[id];
        return box is { IsOpen: true, Form: { } form }
            ? new OpenBallot(run, box, FormReader.Read<BallotForm>(form), await BarredAsync(election, box, callers.Current.Id, cancellationToken))
            : BallotRefusals.NotVoting(election);
    }

    private async Task<Refusal?> BarredAsync(Election election, BoxState box, string person, CancellationToken cancellationToken) =>
        box.Eligible?.Contains(person) != true ? BallotRefusals.NotEligible(election, person)
        : await boxes.HasCastAsync(box.Id, person, cancellationToken) ? BallotRefusals.AlreadyVoted
        : null;
}
