using System.Reflection;
using System.Runtime.Loader;
using NetArchTest.Rules;
using Xunit;

namespace Gongtui.Host.Tests;

/// <summary>Arrows point one way: Host → Workflows → Activities → Contract, the kernel beside the activities, and each room knows only what its trade needs.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Web = ["Microsoft.AspNetCore", "MudBlazor"];
    private static readonly string[] Database = ["Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "SQLitePCLRaw"];
    private static readonly string[] Cluster = ["Orleans"];
    private static readonly string[] Mediator = ["MediatR"];

    [Theory]
    [InlineData("Gongtui.Contract")]
    [InlineData("Gongtui.Engine", "Gongtui.Contract")]
    [InlineData("Gongtui.Activities", "Gongtui.Contract")]
    [InlineData("Gongtui.Workflows", "Gongtui.Activities", "Gongtui.Engine", "Gongtui.Contract")]
    [InlineData("Gongtui.Host", "Gongtui.Workflows", "Gongtui.Activities", "Gongtui.Engine", "Gongtui.Contract")]
    public void A_room_knows_only_the_rooms_below(string room, params string[] below)
    {
        var ours = References(room).Where(name => name.StartsWith("Gongtui.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(below));
    }

    [Theory]
    [InlineData("Gongtui.Contract")]
    [InlineData("Gongtui.Engine")]
    [InlineData("Gongtui.Activities")]
    [InlineData("Gongtui.Workflows")]
    public void Below_the_host_nobody_knows_web_database_cluster_or_mediator(string room)
    {
        string[] foreign = [.. Web, .. Database, .. Cluster, .. Mediator];

        Assert.DoesNotContain(References(room), name => foreign.Any(word => name.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The activities compile unchanged against Elsa's own packages, so names of ours in the contract are closed to them.</summary>
    [Fact]
    public void Activities_touch_the_kernel_through_Elsas_names_only() =>
        Holds(Types.InAssembly(Room("Gongtui.Activities")).ShouldNot().HaveDependencyOn("Gongtui.Contract"));

    /// <summary>Deciding comes last: neither applying nor storing nor the journal's form can reach it.</summary>
    [Theory]
    [InlineData("Gongtui.Engine.Journal")]
    [InlineData("Gongtui.Engine.State")]
    [InlineData("Gongtui.Engine.Storage")]
    public void Nothing_below_decides(string folder) =>
        Holds(Kernel().ResideInNamespace(folder).ShouldNot().HaveDependencyOn("Gongtui.Engine.Execution"));

    /// <summary>A decision sees state and yields entries; a fold sees entries and yields state. Neither touches a store.</summary>
    [Theory]
    [InlineData("Decide")]
    [InlineData("Burst")]
    [InlineData("InstanceState")]
    [InlineData("TokenFold")]
    public void Deciding_and_applying_do_no_storage(string type)
    {
        var chosen = Kernel().HaveName(type);

        Assert.NotEmpty(chosen.GetTypes());
        Holds(chosen.ShouldNot().HaveDependencyOn("Gongtui.Engine.Storage"));
    }

    private static void Holds(ConditionList rule) =>
        Assert.Empty(rule.GetResult().FailingTypeNames ?? []);

    private static Predicates Kernel() => Types.InAssembly(Room("Gongtui.Engine")).That();

    private static Assembly Room(string name) => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));

    private static IEnumerable<string> References(string room) =>
        Room(room).GetReferencedAssemblies().Select(reference => reference.Name!);
}
