using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>纸质选票: the account, two counts by hand, names written in.</summary>
[Binding]
public sealed class PaperSteps(Election election, Meeting meeting)
{
    private const string InvalidRow = "（无效票）";

    [Given("(.*) 人到会，大会决定用纸质选票")]
    [When("(.*) 人到会，大会再次用纸质选票")]
    public async Task Begin(int present)
    {
        await election.DoAsync(Who.Staff, TaskKinds.Attendance, Decisions.Open, await meeting.ComingAsync(present));
        await election.DoAsync(Who.Staff, TaskKinds.Tellers, Decisions.Adopt,
            await meeting.TellersAsync([Who.Scrutineer], [Who.Teller], present) with { OnPaper = true });
    }


    [When("(.*)清点纸质选票，印制 (.*) 张、发出 (.*) 张、剩余 (.*) 张、作废 (.*) 张、收回 (.*) 张")]
    public Task Account(string who, int printed, int issued, int unused, int spoiled, int returned) =>
        AccountAsync(who, Decisions.Count, new(printed, issued, unused, spoiled, returned));

    [When("监票人以“(.*)”为由宣布纸质投票无效，收回 (.*) 张")]
    public Task Void(string reason, int returned) => AccountAsync("监票人", Decisions.Void, new(returned, returned, 0, 0, returned, reason));

    [When("(监票人|计票人)手工计票：")]
    public async Task Count(string who, Table rows)
    {
        var (now, contests) = (await election.NowAsync(), new List<HandContest>());
        foreach (var contest in now.Voting.Contests)
        {
            var (names, writeIns, invalid) = (new List<HandName>(), new List<HandWriteIn>(), 0);
            var own = rows.Rows.Where(row => Posts.CodeOf(row["职务"]) == contest.Post).ToList();
            foreach (var person in contest.Candidates)
            {
                var row = own.FirstOrDefault(found => found["姓名"] == now.NameOf(person));
                names.Add(new(person, row?.Number("赞成") ?? 0, row?.Number("反对") ?? 0));
            }

            foreach (var row in own.Where(found => contest.Candidates.All(person => now.NameOf(person) != found["姓名"])))
            {
                if (row["姓名"] == InvalidRow) invalid = row.Number("赞成");
                else writeIns.Add(new(row["姓名"], row.Number("赞成")));
            }

            contests.Add(new(contest.Post, invalid, names, writeIns));
        }

        await election.TryAsync(Who.Of(who), TaskKinds.HandCount, Decisions.Submit, new HandCountForm(contests),
            who == "监票人" ? HandCount.ByScrutineers : HandCount.ByTellers);
    }

    [Then("两份计票不一致的是“(.*)”")]
    public async Task Differ(string rows) => Assert.Equal(rows.Split('、'), (await election.FactsAsync<HandCountsDiffered>())[^1].Rows);

    [Then("重新计票的待办只说哪一行，不说数字")]
    public async Task NoFigures() => Assert.All(
        (await election.NowAsync()).Tasks.Values.Where(task => task.Kind == TaskKinds.HandCount), task =>
        {
            Assert.NotNull(task.Content()!.Reason);
            Assert.DoesNotContain(task.Content()!.Reason!, char.IsDigit);
        });

    private Task AccountAsync(string who, string decision, PaperBallotsForm form) =>
        election.TryAsync(Who.Of(who), TaskKinds.PaperBallots, decision, form);
}
