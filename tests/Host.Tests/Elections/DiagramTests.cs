using Elsa.Workflows;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Workflows.Procedures;
using Xunit;

namespace Gongtui.Host.Tests.Elections;

/// <summary>The picture of the product's own procedures.</summary>
public sealed class DiagramTests
{
    private static readonly Dictionary<string, WorkflowDefinition> Definitions =
        ProductProcedures.All().Select(json => WorkflowDefinition.Parse(json)).ToDictionary(definition => definition.VersionId);

    private static readonly DiagramModel[] Models = [.. Definitions.Values.SelectMany(definition => DiagramModel.Of(
        new DefinitionCompiler(new ActivityRegistry(typeof(Activities.Text).Assembly), Definitions.GetValueOrDefault).Compile(definition)).Everything())];

    [Fact]
    public void Every_activity_and_connection_is_on_it()
    {
        Assert.NotEmpty(Models);
        Assert.All(Models, model =>
        {
            Assert.Equal(model.Nodes.Count, model.InOrder().Distinct().Count());
            Assert.Equal(model.Arrows.Count, ArrowRoutes.Of(model).Count);
            Assert.All(model.Nodes, node => Assert.NotNull(node.Label));
        });
    }

    [Fact]
    public void No_line_runs_through_a_node_that_it_does_not_join()
    {
        foreach (var model in Models)
        foreach (var (arrow, line) in ArrowRoutes.Of(model))
        foreach (var (first, second) in line.Points.Zip(line.Points.Skip(1)))
        {
            var crossed = model.Nodes.FirstOrDefault(node => node != arrow.From && node != arrow.To
                && Math.Max(first.X, second.X) > node.X && Math.Min(first.X, second.X) < node.X + node.Width
                && Math.Max(first.Y, second.Y) > node.Y && Math.Min(first.Y, second.Y) < node.Y + node.Height);
            Assert.True(crossed is null, $"{arrow.From.Label} → {arrow.To.Label} crosses {crossed?.Label}");
        }
    }

    [Fact]
    public void Lines_are_level_or_plumb()
    {
        foreach (var (_, line) in Models.SelectMany(ArrowRoutes.Of))
            Assert.All(line.Points.Zip(line.Points.Skip(1)), part =>
                Assert.True(Math.Abs(part.First.X - part.Second.X) < 0.5 || Math.Abs(part.First.Y - part.Second.Y) < 0.5));
    }
}
