using System.Net;
using System.Net.Http.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Tests.Support;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>Voting: once, by those who are there, and only with a ballot that will be valid.</summary>
public sealed class VotingTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    [Fact]
    public async Task A_voter_fills_in_checks_confirms_and_gets_a_receipt_without_script()
    {
        var meeting = await OpenedAsync();
        var page = $"/elections/{meeting.Instance}/ballot";
        var voter = await host.EnterAsync("zj-10");

        var checkedPage = await Visitor.TextOf(await voter.SubmitAsync(page, "ballot", Marks("check")));
        var cast = await voter.SubmitAsync(page, "ballot", Marks("cast"));
        var receipt = await voter.ReadAsync(page);
        var again = await voter.ReadAsync(page);

        Assert.Contains("确认，投入票箱", checkedPage, StringComparison.Ordinal);
        Assert.Contains("另选：", checkedPage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, cast.StatusCode);
        Assert.Matches("([0-9a-f]{4} ){15}[0-9a-f]{4}", receipt);
        Assert.Equal(receipt.Length, again.Length);
        Assert.Equal(1, await CastAsync(meeting));
    }

    [Fact]
    public async Task A_ballot_with_too_many_marks_is_handed_back_with_what_to_do_and_nothing_is_cast()
    {
        var meeting = await OpenedAsync();
        var voter = await host.EnterAsync("zj-11");
        var all = Enumerable.Range(0, 4).Select(i => (BallotFields.MarkName(2, i), BallotFields.Approve));

        var page = await Visitor.TextOf(await voter.SubmitAsync(
            $"/elections/{meeting.Instance}/ballot", "ballot", [("step", "check"), ("round", "1"), .. all]));
        var refused = (await meeting.CastAsync("zj-11", await meeting.SheetAsync([.. Members(5, 8)]))).Refusal!;

        Assert.Contains("委员赞成了 4 人，多于名额 3", page, StringComparison.Ordinal);
        Assert.Contains("请把多出的 ○ 改为 ×", page, StringComparison.Ordinal);
        Assert.Equal(RefusalKinds.Rule, refused.Kind);
        Assert.Equal(0, await CastAsync(meeting));
    }

    [Fact]
    public async Task A_second_ballot_is_refused_and_a_repeated_attempt_gets_its_receipt_again()
    {
        var meeting = await OpenedAsync();
        var sheet = await meeting.SheetAsync("zj-03");

        var first = await meeting.CastAsync("zj-12", sheet, "attempt-1");
        var repeated = await meeting.CastAsync("zj-12", sheet, "attempt-1");
        var second = await meeting.CastAsync("zj-12", await meeting.SheetAsync("zj-04"), "attempt-2");

        Assert.Equal(first.Value!.Text, repeated.Value!.Text);
        Assert.Equal(BallotRefusals.AlreadyVoted, second.Refusal);
        Assert.Equal(1, await CastAsync(meeting));
    }

    [Theory]
    [InlineData("zj-30", "没有登记到会")]
    [InlineData("zj-31", "没有选举权")]
    [InlineData("zj-41", "没有选举权")]
    [InlineData("gw-01", "不在这次选举的名册上")]
    public async Task Whoever_is_absent_or_without_the_right_cannot_vote(string person, string why)
    {
        var meeting = await OpenedAsync(present: 29);

        var refused = (await meeting.CastAsync(person, await meeting.SheetAsync("zj-03"))).Refusal!;

        Assert.Contains(why, refused.Message.Zh, StringComparison.Ordinal);
        Assert.NotNull(refused.NextStep);
    }

    [Fact]
    public async Task Before_the_tellers_are_adopted_and_after_closing_nobody_votes()
    {
        var meeting = await host.MeetAsync();
        var sheet = await meeting.SheetAsync("zj-03");

        var early = (await meeting.CastAsync("zj-01", sheet)).Refusal!;
        await meeting.OpenAsync();
        await meeting.VoteAsync((3, ["zj-03"]));
        await meeting.CloseAsync();
        var late = (await meeting.CastAsync("zj-09", sheet)).Refusal!;

        Assert.Equal(RefusalKinds.Time, early.Kind);
        Assert.Equal("box-closed", late.Kind);
    }

    [Theory]
    [MemberData(nameof(WrongSheets))]
    public async Task A_sheet_that_breaks_the_paper_is_refused(BallotLine[] lines, string kind)
    {
        var meeting = await OpenedAsync();

        var refused = (await meeting.CastAsync("zj-13", new BallotSheet(1, [new(Member, lines)]))).Refusal!;

        Assert.Equal(kind, refused.Kind);
        Assert.Equal(0, await CastAsync(meeting));
    }

    public static TheoryData<BallotLine[], string> WrongSheets => new()
    {
        { [new("zj-05", Mark.Abstain, "zj-15")], RefusalKinds.Rule },
        { [new("zj-05", Mark.Approve, "zj-15")], RefusalKinds.Rule },
        { [new("zj-05", Mark.Against, "zj-06")], RefusalKinds.Rule },
        { [new("zj-05", Mark.Against, "zj-41")], RefusalKinds.Rule },
        { [new("zj-05", Mark.Against, "查无此人")], RefusalKinds.Rule },
        { [new("zj-05", Mark.Against, "zj-15"), new("zj-06", Mark.Against, "zj-15")], RefusalKinds.Rule },
        { [new("zj-15", Mark.Approve)], RefusalKinds.Malformed },
        { [new("zj-05", Mark.Approve), new("zj-05", Mark.Against)], RefusalKinds.Malformed },
        { [new("zj-05", (Mark)7)], RefusalKinds.Malformed },
    };

    [Fact]
    public async Task The_API_shows_casts_and_closes()
    {
        var meeting = await OpenedAsync();
        var path = $"/api/elections/{meeting.Instance}";
        var voter = (await host.EnterAsync("zj-14")).Client;
        var teller = (await host.EnterAsync(Scrutineer)).Client;
        var sheet = new { round = 1, contests = new[] { new { post = Secretary, lines = new[] { new { person = "zj-03", mark = "approve" } } } } };

        var shown = await voter.GetAsync($"{path}/ballot");
        var cast = await voter.PostAsJsonAsync($"{path}/ballot", new { sheet, attempt = "a" });
        var second = await voter.PostAsJsonAsync($"{path}/ballot", new { sheet, attempt = "b" });
        var garbage = await voter.PostAsJsonAsync($"{path}/ballot", new { sheet = new { round = 1, contests = "secret-choice" } });
        var foreign = await voter.PostAsJsonAsync($"{path}/ballot/close", new { });
        var closed = await teller.PostAsJsonAsync($"{path}/ballot/close", new { });

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, cast.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, garbage.StatusCode);
        Assert.DoesNotContain("secret-choice", await garbage.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Contains((await meeting.ElectionAsync()).Tasks.Values, task => task.Kind == TaskKinds.Shortage);
    }

    [Fact]
    public async Task Figures_that_contradict_each_other_are_refused_while_the_box_is_open()
    {
        var meeting = await OpenedAsync();

        var wrong = await meeting.TryAsync(TaskKinds.CloseBallot, Scrutineer, Decisions.Count, new { printed = 40, issued = 30, unused = 5, spoiled = 1 });
        var tooMany = await meeting.TryAsync(TaskKinds.CloseBallot, Scrutineer, Decisions.Count, new { issued = 31 });
        var noReason = await meeting.TryAsync(TaskKinds.CloseBallot, Scrutineer, Decisions.Void, new { });

        Assert.Equal(RefusalKinds.Arithmetic, wrong!.Kind);
        Assert.Equal(RefusalKinds.Arithmetic, tooMany!.Kind);
        Assert.Equal(RefusalKinds.Incomplete, noReason!.Kind);
        Assert.Null((await meeting.CastAsync("zj-15", await meeting.SheetAsync("zj-03"))).Refusal);
    }

    private static (string, string)[] Marks(string step) =>
    [
        ("step", step), ("round", "1"), ("attempt", "one"),
        (BallotFields.MarkName(0, 0), BallotFields.Approve),
        (BallotFields.MarkName(1, 0), BallotFields.Against), (BallotFields.InsteadName(1, 0), "彭少华"),
        (BallotFields.MarkName(2, 1), BallotFields.Approve),
    ];

    private async Task<MeetingScript> OpenedAsync(int present = 30)
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync(present);
        return meeting;
    }

    private async Task<int> CastAsync(MeetingScript meeting)
    {
        var voting = (await meeting.ElectionAsync()).Voting;
        return await host.InScopeAsync<IBoxStore, int>(async boxes => (await boxes.TurnoutAsync(voting.Box!))?.Cast ?? 0);
    }
}
