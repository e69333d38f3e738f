using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using Gongtui.Host.Meeting.Ballots;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>选票 and 投票.</summary>
[Binding]
public sealed class BallotSteps(Election election, Meeting meeting)
{
    private readonly List<string> receipts = [];

    [When("到会人员投票：")]
    public Task Vote(Table votes) => VoteAsync(votes, 0, null);

    [When("到会人员投票，其中白票 (.*) 张：")]
    public Task VoteWithBlanks(int blank, Table votes) => VoteAsync(votes, blank, null);

    [When("到会人员中 (.*) 人投票：")]
    public Task VoteOf(int people, Table votes) => VoteAsync(votes, 0, people);

    [When("“(.*)”投票：")]
    public async Task Cast(string name, Table marks) => await CastAsync(name, marks, "1");

    [When("“(.*)”投了一张白票")]
    public Task CastBlank(string name) => CastAsync(name, null, "1");

    [When("“(.*)”又投了一张选票")]
    public Task CastAgain(string name) => CastAsync(name, null, "2");

    [When("“(.*)”的同一张选票送达两次")]
    public async Task CastTwice(string name)
    {
        var ballot = new CastBallot(election.Id, new BallotSheet((await election.NowAsync()).Voting.Round, []), "1");
        receipts.Add((await election.DoAsync(name, ballot)).Text);
        receipts.Add((await election.DoAsync(name, ballot)).Text);
    }

    [Then("两次的回执相同")]
    public void SameReceipt() => Assert.Single(receipts.Distinct(StringComparer.Ordinal));

    [Then("选票印有：")]
    public async Task Printed(Table expected)
    {
        var (paper, now) = (await meeting.PaperAsync(), await election.NowAsync());
        Assert.Equal(
            expected.Rows.Select(row => (row["职务"], row.Number("名额"), row["姓名"])),
            paper.Contests.Select(contest => (contest.Name.Zh, contest.Seats, string.Join("、", contest.Candidates.Select(now.NameOf)))));
    }

    [Then("票箱里有 (.*) 张选票")]
    public async Task Turnout(int cast) => Assert.Equal(cast, await meeting.TurnoutAsync());

    private async Task VoteAsync(Table votes, int blank, int? cast)
    {
        var lines = new List<Votes>();
        foreach (var row in votes.Rows)
            lines.Add(new(Posts.CodeOf(row["职务"]), await election.IdOfAsync(row["姓名"]), row.Number("赞成"), row.Number("弃权")));
        var now = await election.NowAsync();
        var ballots = cast ?? now.Voting.Attendance!.Present.Count;
        await meeting.CastAsync(BallotPile.Of(await meeting.PaperAsync(), ballots - blank, blank, lines));
    }

    /// <summary>One ballot as somebody filled it in: ○, × or nothing beside each name, and perhaps a name written in.</summary>
    private async Task CastAsync(string name, Table? marks, string attempt)
    {
        var round = (await election.NowAsync()).Voting.Round;
        var parts = new List<ContestPart>();
        foreach (var post in (marks?.Rows ?? Enumerable.Empty<TableRow>()).GroupBy(row => row["职务"]))
        {
            var lines = new List<BallotLine>();
            foreach (var row in post)
                lines.Add(new(await election.IdOfAsync(row["姓名"]), Mark(row["标记"]), row.TryGetValue("另选", out var instead) && instead.Length > 0 ? instead : null));
            parts.Add(new(Posts.CodeOf(post.Key), lines));
        }

        await election.TryAsync(name, new CastBallot(election.Id, new BallotSheet(round, parts), attempt));
    }

    private static Mark Mark(string sign) => sign switch
    {
        "○" => Activities.Rules.Ballots.Mark.Approve,
        "×" => Activities.Rules.Ballots.Mark.Against,
        _ => Activities.Rules.Ballots.Mark.Abstain,
    };
}
