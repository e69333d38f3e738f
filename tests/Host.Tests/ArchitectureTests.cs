using System.Reflection;
using System.Runtime.Loader;
using NetArchTest.Rules;
using Xunit;

namespace Gongtui.Host.Tests;

/// <summary>Arrows point one way: Host → Workflows → Activities → Engine, and each room knows only what its trade needs.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Web = ["Microsoft.AspNetCore", "MudBlazor"];
    private static readonly string[] Database = ["Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "SQLitePCLRaw"];
    private static readonly string[] Cluster = ["Orleans"];
    private static readonly string[] Mediator = ["MediatR"];

    [Theory]
    [InlineData("Gongtui.Engine")]
    [InlineData("Gongtui.Activities", "Gongtui.Engine")]
    [InlineData("Gongtui.Workflows", "Gongtui.Activities", "Gongtui.Engine")]
    [InlineData("Gongtui.Host", "Gongtui.Workflows", "Gongtui.Activities", "Gongtui.Engine")]
    public void A_room_knows_only_the_rooms_below(string room, params string[] below)
    {
        var ours = References(room).Where(name => name.StartsWith("Gongtui.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(below));
    }

    [Theory]
    [InlineData("Gongtui.Engine")]
    [InlineData("Gongtui.Activities")]
    [InlineData("Gongtui.Workflows")]
    public void Below_the_host_nobody_knows_web_database_cluster_or_mediator(string room)
    {
        string[] foreign = [.. Web, .. Database, .. Cluster, .. Mediator];

        Assert.DoesNotContain(References(room), name => foreign.Any(word => name.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The activities compile unchanged against Elsa's own packages, so the kernel's own names are closed to them.</summary>
    [Fact]
    public void Activities_touch_the_kernel_through_Elsas_names_only() =>
        Holds(Types.InAssembly(Room("Gongtui.Activities")).ShouldNot().HaveDependencyOn("Gongtui.Engine"));

    /// <summary>Applying an entry changes state and decides nothing; storing sees bytes.</summary>
    [Theory]
    [InlineData("Gongtui.Engine.State", "Gongtui.Engine.Execution")]
    [InlineData("Gongtui.Engine.State", "Gongtui.Engine.Storage")]
    [InlineData("Gongtui.Engine.Storage", "Gongtui.Engine.Execution")]
    [InlineData("Gongtui.Engine.Storage", "Gongtui.Engine.State")]
    public void Decide_apply_and_store_stay_apart(string folder, string closed) =>
        Holds(Types.InAssembly(Room("Gongtui.Engine")).That().ResideInNamespace(folder).ShouldNot().HaveDependencyOn(closed));

    private static void Holds(ConditionList rule) =>
        Assert.Empty(rule.GetResult().FailingTypeNames ?? []);

    private static Assembly Room(string name) => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));

    private static IEnumerable<string> References(string room) =>
        Room(room).GetReferencedAssemblies().Select(reference => reference.Name!);
}
