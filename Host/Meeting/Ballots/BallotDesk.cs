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
public sealed class BallotDesk(ElectionDesk desk, BoxDesk boxes, CallerAccessor callers)
{
    public async Task<Result<OpenBallot>> OpenAsync(string instance, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(instance, cancellationToken) is not { } run) return KernelRefusals.UnknownElection(instance);
        var election = run.Election();
        var caller = callers.Current;
        if (!Sees(caller, election)) return Refusals.Forbidden([Roles.Member]);
        if (run.End is not null) return KernelRefusals.ElectionOver($"{run.SubStatus}");
        if (election.Voting.Box is not { } id) return BallotRefusals.NotVoting(election);
        var box = election.Boxes[id];
        return box is { IsOpen: true, Form: { } form }
            ? new OpenBallot(run, box, FormReader.Read<BallotForm>(form), await BarredAsync(election, box, caller.Id, cancellationToken))
            : BallotRefusals.NotVoting(election);
    }

    /// <summary>People of the unit, and everybody who holds a role for it.</summary>
    public static bool Sees(Caller caller, Election election) => election.Unit is { } unit && caller.Units.Contains(unit.Id);

    private async Task<Refusal?> BarredAsync(Election election, BoxState box, string person, CancellationToken cancellationToken) =>
        box.Eligible?.Contains(person) != true ? BallotRefusals.NotEligible(election, person)
        : await boxes.HasCastAsync(box.Id, person, cancellationToken) ? BallotRefusals.AlreadyVoted
        : null;
}
