using System.Diagnostics;
using System.Globalization;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>Three real processes on one PostgreSQL server. People's requests go through any of them, while nodes are killed, frozen and started again and the
/// database stops.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Nodes = 3;

    /// <summary>Few in ./test; 500 for the whole evidence.</summary>
    private static readonly int Elections = Number("GONGTUI_CLUSTER_ELECTIONS", 6);

    private static readonly int Members = Number("GONGTUI_CLUSTER_MEMBERS", 12);

    /// <summary>How many elections are held at a time.</summary>
    private static readonly int AtOnce = Number("GONGTUI_CLUSTER_AT_ONCE", 3);

    [SkippableFact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_happens_to_nodes_and_database()
    {
        using var server = new OwnPostgres();
        await HoldAsync(server);
    }

    private async Task HoldAsync(OwnPostgres server)
    {
        await using (var db = server.Open()) await Village.BuildAsync(db, Members);
        var folder = Directory.CreateTempSubdirectory("gongtui-cluster-").FullName;
        var nodes = Enumerable.Range(1, Nodes).Select(number => new Node(folder, server.ConnectionString, number)).ToList();
        var elections = new List<SmallElection>();
        try
        {
            await Task.WhenAll(nodes.Select(node => node.StartAsync()));
            using var staff = new Visits(nodes, Village.Staff);
            var members = Enumerable.Range(0, Members).Select(number => new Visits(nodes, Village.Member(number))).ToList();
            elections.AddRange(Enumerable.Range(0, Elections).Select(number => new SmallElection($"small-{number:0000}", staff, members)));

            using var over = new CancellationTokenSource();
            var trouble = Task.Run(() => MakeTroubleAsync(nodes, server, over.Token));
            var began = Stopwatch.StartNew();
            await Parallel.ForEachAsync(elections, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (election, _) => await election.RunAsync());
            output.WriteLine($"{Elections} elections with {Members} members in {began.Elapsed.TotalSeconds:F0} s");
            await over.CancelAsync();
            await trouble;
            await WaitForEndsAsync(server, TimeSpan.FromMinutes(2));
            members.ForEach(member => member.Dispose());
            foreach (var node in nodes) Assert.Equal(0, await node.EndAsync());
        }
        catch
        {
            foreach (var node in nodes) output.WriteLine($"--- node {node.Number}\n{Tail(node.Output)}");
            throw;
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        await using var host = new LookingBack(server.ConnectionString);
        foreach (var election in elections) await CheckAsync(host.Services, election);
    }

    /// <summary>Kills, freezes and starts nodes, and stops and starts the database; each at least once, however few elections there are.</summary>
    private async Task MakeTroubleAsync(List<Node> nodes, OwnPostgres server, CancellationToken over)
    {
        var began = Stopwatch.StartNew();
        for (var round = 0; round < 3 || !over.IsCancellationRequested; round++)
        {
            await Task.Delay(Random.Shared.Next(500, 2000), CancellationToken.None);
            var node = nodes[Random.Shared.Next(nodes.Count)];
            switch (round % 3)
            {
                case 0:
                    output.WriteLine($"{began.Elapsed.TotalSeconds:F1} s: kill -9 of node {node.Number}");
                    await node.KillAsync();
                    await node.StartAsync();
                    break;
                case 1:
                    output.WriteLine($"{began.Elapsed.TotalSeconds:F1} s: the database stops");
                    server.Stop();
                    await Task.Delay(Random.Shared.Next(500, 3000), CancellationToken.None);
                    server.Start();
                    break;
                default:
                    output.WriteLine($"{began.Elapsed.TotalSeconds:F1} s: node {node.Number} is cut off");
                    node.Stop();
                    Assert.True(await UntilAsync(() => server.IsOutAsync(node.SiloPort)), $"Nobody noticed that node {node.Number} is gone.");
                    output.WriteLine($"{began.Elapsed.TotalSeconds:F1} s: node {node.Number} is voted out");
                    node.Continue();
                    // It learns that it is out, and ends; its supervisor starts it again.
                    Assert.True(await UntilAsync(() => Task.FromResult(!node.Runs)), $"Node {node.Number} is out and goes on.");
                    output.WriteLine($"{began.Elapsed.TotalSeconds:F1} s: node {node.Number} has ended itself");
                    await node.StartAsync();
                    break;
            }

            foreach (var ended in nodes.Where(one => !one.Runs)) await ended.StartAsync();
        }
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> reached)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(200))
            if (await reached()) return true;
        return false;
    }

    private static async Task WaitForEndsAsync(OwnPostgres server, TimeSpan patience)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < patience; await Task.Delay(500))
        {
            await using var db = server.Open();
            if (db.Elections.Count(row => row.Status == "Finished") == Elections) return;
        }
    }

    private static async Task CheckAsync(IServiceProvider services, SmallElection election)
    {
        var (reader, boxes) = (services.GetRequiredService<JournalReader>(), services.GetRequiredService<IBoxStore>());
        Assert.Null(await reader.VerifyAsync(election.Instance));
        var run = (await reader.LoadAsync(election.Instance))!.State;
        Assert.Equal(EndKind.Finished, run.End);
        var entries = await reader.EntriesAsync(election.Instance, 0, long.MaxValue);
        Assert.Single(entries.OfType<Started>());
        Assert.Single(entries.OfType<TimerFired>());
        var completed = entries.OfType<Logged>().Where(entry => entry.Event == nameof(TaskCompleted)).Select(entry => entry.Payload!.Value.GetProperty("task").GetString()).ToList();
        Assert.Equal(completed.Distinct(), completed);

        var box = $"{election.Instance}/1";
        var closed = run.Election().Boxes[box];
        var leaves = (await boxes.LeavesAsync(box))!.Select(Convert.ToHexStringLower).ToHashSet();
        Assert.Equal(Members, leaves.Count);
        Assert.Equal(Members, closed.Submitted);
        Assert.All(election.Receipts, receipt => Assert.Contains(receipt.Value.Replace(" ", "", StringComparison.Ordinal), leaves));
        Assert.Equal(Members, election.Receipts.Keys.Union(election.WithoutReceipt).Count());
    }

    private static string Tail(string text) => text.Length <= 4000 ? text : text[^4000..];

    private static int Number(string variable, int usual) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
