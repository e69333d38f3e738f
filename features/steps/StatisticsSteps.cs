using System.Globalization;
using Gongtui.Engine.Storage;
using Gongtui.Features.Support;
using Gongtui.Host.Figures;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>F22 on the statistics page.</summary>
[Binding]
public sealed class StatisticsSteps(Election election)
{
    private static readonly StatisticsChoice Usual = new(new HashSet<string>());

    [Given("出生日期：")]
    public Task Born(Table table) => election.InHostAsync(async services =>
    {
        var db = services.GetRequiredService<GongtuiDb>();
        foreach (var row in table.Rows)
        {
            var born = DateOnly.ParseExact(row["出生日期"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var name = row["姓名"];
            await db.People.Where(person => person.Name == name).ExecuteUpdateAsync(set => set.SetProperty(person => person.Born, born));
        }

        return true;
    });

    [When("(工作人员|“.*”)查看选举统计")]
    public Task Look(string who) => election.TryAsync(Who.Of(who.Trim('“', '”')), new ShowStatistics(election.Id, Usual));

    [Then("统计表：“([^”]*)”为 (.*)，公布 (.*)")]
    public async Task Figure(string name, string value, string published)
    {
        var line = await LineAsync(name);
        Assert.Equal((value, published), (line.Value, line.Published));
    }

    [Then("统计表：“([^”]*)”的算法是“([^”]*)”，为 (.*)，公布 (.*)")]
    public async Task Figure(string name, string how, string value, string published)
    {
        await Figure(name, value, published);
        Assert.Equal(how, (await LineAsync(name)).How.Zh);
    }

    [Then("办理记录里没有“([^”]*)”")]
    public async Task Nowhere(string words)
    {
        var journal = await election.InHostAsync(services => services.GetRequiredService<IJournalStore>().ReadAsync(election.Id, 0, long.MaxValue).AsTask());
        Assert.DoesNotContain(journal, burst => System.Text.Encoding.UTF8.GetString(burst.Lines).Contains(words, StringComparison.Ordinal));
    }

    private async Task<StatisticsLine> LineAsync(string name) =>
        (await election.DoAsync(Who.Staff, new ShowStatistics(election.Id, Usual))).Lines.First(line => line.Name.Zh == name);
}
