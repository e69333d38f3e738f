using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Meeting.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Gongtui.Features.Support;

/// <summary>党员大会: people come, tellers are adopted, everybody votes, the box is closed.</summary>
public sealed class Meeting(Election election)
{
    /// <summary>The attendance list when the first so many of the roll come.</summary>
    public async Task<AttendanceForm> ComingAsync(int present) => new([.. await FirstAsync(present)], []);

    /// <summary>The first so many of those with the right to vote, in the order of the roll.</summary>
    public async Task<IEnumerable<string>> FirstAsync(int people) => Stages.Electorate(await election.NowAsync()).Order(StringComparer.Ordinal).Take(people);

    /// <summary>So many come; the meeting is opened, with the usual tellers.</summary>
    public async Task OpenAsync(int present)
    {
        await election.DoAsync(Who.Staff, TaskKinds.Attendance, Decisions.Open, await ComingAsync(present));
        await AdoptTellersAsync();
    }

    public async Task AdoptTellersAsync()
    {
        var now = await election.NowAsync();
        var present = now.Voting.Attendance!.Present;
        // A committee's own scrutineer is one of the committee who does not stand.
        var scrutineer = now.Voting.Stage == VotingStage.Committee ? now.NameOf(TellerAdoption.Possible(now)[0]) : Who.Scrutineer;
        await election.DoAsync(Who.Staff, TaskKinds.Tellers, Decisions.Adopt, await TellersAsync([scrutineer], [Who.Teller], present.Count));
    }

    /// <summary>With everybody present for the election rules where they have still to be adopted.</summary>
    public async Task<TellersForm> TellersAsync(IEnumerable<string> scrutineers, IEnumerable<string> tellers, int yes) =>
        new(await election.IdsOfAsync(scrutineers), await election.IdsOfAsync(tellers), yes,
            Rules: new((await election.NowAsync()).Voting.Attendance!.Present.Count, 0, 0));

    /// <summary>The paper of the open round.</summary>
    public async Task<BallotForm> PaperAsync()
    {
        var now = await election.NowAsync();
        return FormReader.Read<BallotForm>(now.Boxes[now.Voting.Box!].Form!.Value);
    }

    /// <summary>Those present cast these ballots, one each; when there are fewer ballots than people the rest does not vote.</summary>
    public async Task CastAsync(IReadOnlyList<BallotSheet> ballots)
    {
        var now = await election.NowAsync();
        await Task.WhenAll(ballots.Zip(now.Voting.Attendance!.Present, (ballot, person) =>
            election.DoAsync(now.People[person].Name, new CastBallot(election.Id, ballot, $"{now.Voting.Round}-{person}"))));
    }

    /// <summary>The scrutineer closes the box and lets it be counted.</summary>
    public async Task CountAsync()
    {
        var now = await election.NowAsync();
        await election.DoAsync(now.NameOf(now.Voting.Scrutineers[0]), TaskKinds.CloseBallot, Decisions.Count, PaperAccount.Write(new()));
    }

    /// <summary>Ballots in the open box.</summary>
    public async Task<int> TurnoutAsync()
    {
        var now = await election.NowAsync();
        var turnout = await election.InHostAsync(services => services.GetRequiredService<BoxDesk>()
            .TurnoutAsync(now.Boxes[now.Voting.Box!], CancellationToken.None));
        return turnout.Cast;
    }
}
