using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Setup;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using State = Gongtui.Activities.Elections.Election;

namespace Gongtui.Features.Support;

/// <summary>The demo's clock, moved forward as its banner does; the Host's own timekeeper then does what has come due.</summary>
public sealed class Clock(HostInProcess host, Election election)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public DateTimeOffset Now => host.Services.GetRequiredService<ElectionClock>().GetUtcNow().ToOffset(LocalTime.Offset);

    public DateOnly Today => LocalTime.DateOf(Now);

    /// <summary>Moves to an instant that is still to come.</summary>
    public Task MoveToAsync(DateTimeOffset instant) => election.InHostAsync(async services =>
    {
        Assert.True(instant >= Now, $"{instant} is past; it is {Now}.");
        await services.GetRequiredService<DemoSeed>().MoveClockAsync(instant - Now);
        return true;
    });

    /// <summary>Just past the last day of the notice period that runs.</summary>
    public async Task PassPublicityAsync()
    {
        await MoveToAsync(LocalTime.EndOf((await election.NowAsync()).Publicity!.Last));
        await UntilAsync(now => now.Publicity!.IsOver);
    }

    /// <summary>Just past a year; the superior is asked for the review.</summary>
    public async Task PassYearAsync()
    {
        await MoveToAsync(Now.AddDays(366));
        await UntilAsync(now => now.Tasks.Values.Any(task => task.Kind == TaskKinds.Review));
    }

    /// <summary>To a day on which the next election is due to be prepared.</summary>
    public async Task PassToRenewalAsync(DateOnly day)
    {
        await MoveToAsync(LocalTime.EndOf(day.AddDays(-1)));
        await UntilAsync(now => now.Tasks.Values.Any(task => task.Kind == TaskKinds.Renewal));
    }

    /// <summary>To the morning of a day after the year in which the recommendation is valid; 0 is its last day.</summary>
    public async Task PassYearOfRecommendationAsync(int days) =>
        await MoveToAsync(LocalTime.EndOf((await election.NowAsync()).Recommendation.On!.Value.AddYears(1).AddDays(days - 1)).AddHours(9));

    private async Task UntilAsync(Func<State, bool> reached)
    {
        for (var waited = TimeSpan.Zero; !reached(await election.NowAsync()); waited += TimeSpan.FromMilliseconds(10))
        {
            Assert.True(waited < Patience, "The Host's timekeeper did not go on.");
            await Task.Delay(10);
        }
    }
}
