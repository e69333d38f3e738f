using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Setup;

public sealed class DemoTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_demo_branch_is_as_large_as_the_procedure_needs()
    {
        var people = await host.InScopeAsync<GongtuiDb, List<PersonRow>>(db => db.People.AsNoTracking().ToListAsync());

        Assert.Equal(30, people.Count(person => person.Standing == Standing.Full));
        Assert.Equal(2, people.Count(person => person.Standing == Standing.Probationary));
        Assert.Equal(8, people.Count(person => person.Standing == Standing.Masses));
        Assert.Equal(people.Count, people.Select(person => person.Name).Distinct().Count());
        Assert.All(people, person => Assert.Null(person.PasswordHash));
        Assert.All(people, person => Assert.InRange(person.Strokes, 1, 30));
    }

    [Fact]
    public async Task The_clock_moves_forward_only_and_remembers()
    {
        var clock = host.Services.GetRequiredService<ElectionClock>();
        var visitor = await host.EnterAsync("zj-01");
        var before = clock.GetUtcNow();

        await visitor.SubmitAsync("/", "/demo/clock", ("forward", "day"));

        Assert.InRange((clock.GetUtcNow() - before).TotalHours, 24, 25);
        Assert.False(clock.TryMoveTo(clock.Offset - TimeSpan.FromTicks(1)));
        var stored = await host.InScopeAsync<GongtuiDb, SettingRow>(db => db.Settings.SingleAsync(row => row.Key == "demo-clock-offset"));
        Assert.Equal($"{clock.Offset.Ticks}", stored.Value);
        Assert.Contains("何文静", await visitor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_process_does_not_get_the_same_directory()
    {
        var options = host.Services.GetRequiredService<GongtuiOptions>();

        Assert.Throws<CannotStartException>(() => new DataDirectory(options));
    }
}
