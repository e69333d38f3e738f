using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Studio.Desk;
using Gongtui.Host.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Running elections go over to a new version on demand, without doing again what is done.</summary>
public sealed class MovingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_election_moves_when_what_it_is_doing_is_there_and_says_why_when_it_is_not()
    {
        var designer = await Designer.EnterAsync(host);
        var (early, late) = (await Course.StartAsync(host), await Course.StartAsync(host));
        await late.DoneAsync(Course.Staff, "plan-1", "submit", Course.Plan());
        var model = await designer.LatestAsync("zhujian");
        Rename(model, "approve-plan", "approve-plan-2");
        var published = await designer.SaveAsync(model, publish: true);

        var movable = await AsDesignerAsync(mediator => mediator.Send(new FindMovableElections("zhujian")));
        Assert.Null(movable.Value!.Elections.Single(one => one.Election.Instance == early.Instance).Refusal);
        Assert.NotNull(movable.Value.Elections.Single(one => one.Election.Instance == late.Instance).Refusal);

        Assert.True((await AsDesignerAsync(mediator => mediator.Send(new MoveElection("zhujian", early.Instance)))).Accepted);
        Assert.False((await AsDesignerAsync(mediator => mediator.Send(new MoveElection("zhujian", late.Instance)))).Accepted);

        var run = await early.RunAsync();
        Assert.Equal((string?)published["id"], run.Graph.VersionId);
        Assert.Equal(1, run.Counts["plan"].Started);
        await early.DoneAsync(Course.Staff, "plan-1", "submit", Course.Plan());
        Assert.Equal(1, (await early.RunAsync()).Counts["approve-plan-2"].Started);
        Assert.NotEqual((string?)published["id"], (await late.RunAsync()).Graph.VersionId);
    }

    private static void Rename(JsonNode model, string id, string to)
    {
        foreach (var activity in model["root"]!["activities"]!.AsArray().Where(activity => (string?)activity!["id"] == id)) activity!["id"] = to;
        foreach (var connection in model["root"]!["connections"]!.AsArray())
        {
            foreach (var end in new[] { "source", "target" })
                if ((string?)connection![end]!["activity"] == id) connection[end]!["activity"] = to;
        }
    }

    private async Task<T> AsDesignerAsync<T>(Func<IMediator, Task<T>> send)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().FindAsync(Designer.Person);
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().ActAs(entry!.Caller);
        return await send(scope.ServiceProvider.GetRequiredService<IMediator>());
    }
}
