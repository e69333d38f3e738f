using System.Text.RegularExpressions;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>What people see of the reasons: the pages as they come to a browser.</summary>
[Binding]
public sealed partial class ReadingSteps(Election election, Reading reading)
{
    [Then("结果页逐人逐职务写出理由，中文和英文都是")]
    public async Task OnPage()
    {
        var people = await PeopleAsync();
        await reading.EnterAsync(await election.IdOfAsync(Who.Staff));
        Assert.Equal(people.Select(person => person.Proof.Line.Zh), Reasons(await reading.ReadAsync("zh", $"/elections/{election.Id}/results"), OnResultPage()));
        Assert.Equal(people.Select(person => person.Proof.Line.En), Reasons(await reading.ReadAsync("en", $"/elections/{election.Id}/results"), OnResultPage()));
    }

    [Then("报告单逐人逐职务写出票数、算式和理由，中文和英文都是")]
    public async Task OnReport()
    {
        var people = await PeopleAsync();
        var (zh, en) = (await reading.ReadAsync("zh", $"/elections/{election.Id}/results/report"), await reading.ReadAsync("en", $"/elections/{election.Id}/results/report"));
        Assert.Equal(people.Select(person => person.Proof.Sentence.Zh), Reasons(zh, OnReportSheet()));
        Assert.Equal(people.Select(person => person.Proof.Sentence.En), Reasons(en, OnReportSheet()));
        Assert.Equal(people.Select(person => $"{person.Approve} | {person.Proof.Inequality} {(person.Proof.Holds ? '✓' : '✗')}"), Votes().Matches(zh)
            .Select(match => $"{match.Groups["votes"].Value} | {match.Groups["sum"].Value}"));
        Assert.All(people, person => Assert.Contains(person.Proof.Article.Display.Zh, zh, StringComparison.Ordinal));
    }

    /// <summary>Everybody in every contest of every round that was counted.</summary>
    private async Task<IReadOnlyList<CountedPerson>> PeopleAsync() =>
        [.. (await election.FactsAsync<ContestsCounted>()).SelectMany(count => count.Contests).SelectMany(contest => contest.People)];

    private static IEnumerable<string> Reasons(string page, Regex where) => where.Matches(page).Select(match => match.Groups["reason"].Value);

    [GeneratedRegex("<tr class=\"why\"><td colspan=\"5\"><p class=\"proof [a-z]+\">(?<reason>.*?)</p>")]
    private static partial Regex OnResultPage();

    [GeneratedRegex("<tr class=\"why\"><td colspan=\"6\" class=\"small\">(?<reason>.*?)</td>")]
    private static partial Regex OnReportSheet();

    [GeneratedRegex("<td class=\"num\">(?<votes>[0-9]+)</td><td class=\"num\">[^<]*</td><td class=\"num\">[^<]*</td>\\s*<td class=\"mono\">(?<sum>.*?)</td>")]
    private static partial Regex Votes();
}
