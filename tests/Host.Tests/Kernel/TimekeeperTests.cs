using Gongtui.Engine.Journal;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Kernel;

public sealed class TimekeeperTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_short_delay_passes_by_itself()
    {
        await host.PublishAsync(SmallProcedures.Delay("blink", 1, TimeSpan.FromMilliseconds(300)));
        await host.StartAsync("blink", "blink-1");

        Assert.Equal(EndKind.Finished, (await host.UntilAsync("blink-1", state => state.End is not null)).End);
    }

    [Fact]
    public async Task A_long_delay_passes_when_the_demo_clock_jumps_over_it()
    {
        await host.PublishAsync(SmallProcedures.Delay("week", 1, TimeSpan.FromDays(7)));
        await host.StartAsync("week", "week-1");
        var due = await host.Services.GetRequiredService<IJournalDatabase>().NextDueAsync();
        Assert.NotNull(due);

        await MoveClockAsync(TimeSpan.FromDays(6));
        await Task.Delay(300);
        Assert.Null((await host.UntilAsync("week-1", _ => true)).End);

        await MoveClockAsync(TimeSpan.FromDays(2));
        var state = await host.UntilAsync("week-1", state => state.End is not null);
        Assert.Equal(EndKind.Finished, state.End);
        Assert.True(state.At >= due);
    }

    private Task<bool> MoveClockAsync(TimeSpan forward) => host.InScopeAsync<DemoSeed, bool>(async demo =>
    {
        await demo.MoveClockAsync(forward);
        return true;
    });
}
