using Gongtui.Engine.Journal;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Gongtui.Workflows.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Kernel;

public sealed class GraphCatalogTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly GraphCatalog _catalog = host.Services.GetRequiredService<GraphCatalog>();

    [Fact]
    public async Task The_products_procedures_are_there_after_the_first_start_and_can_run()
    {
        var procedures = await host.InScopeAsync((GongtuiDb db) => db.Procedures.AsNoTracking().Where(row => row.CreatedBy == "Gongtui").ToListAsync());

        Assert.Equal(ProductProcedures.All().Count(), procedures.Count);
        Assert.NotEmpty(procedures);
        foreach (var procedure in procedures)
        {
            Assert.True(procedure is { IsPublished: true, IsLatest: true });
            Assert.Empty(_catalog.Published(procedure.DefinitionId)!.Faults);
        }
    }

    [Fact]
    public async Task A_second_start_brings_in_nothing_twice()
    {
        var before = await host.InScopeAsync((GongtuiDb db) => db.Procedures.CountAsync());
        await KernelRoom.PrepareEngineAsync(host.Services);

        Assert.Equal(before, await host.InScopeAsync((GongtuiDb db) => db.Procedures.CountAsync()));
    }

    [Fact]
    public async Task A_version_is_compiled_once()
    {
        await host.PublishAsync(SmallProcedures.Event("once"));
        var graph = _catalog.Published("once")!;

        Assert.Same(graph, _catalog.Find("once-1", graph.Hash));
        Assert.Same(graph, _catalog.Version("once-1"));
        Assert.Same(graph, _catalog.Published("once"));
    }

    [Fact]
    public async Task The_newest_published_version_is_the_one_that_starts()
    {
        await host.PublishAsync(SmallProcedures.Event("grows", 1));
        Assert.Equal(1, _catalog.Published("grows")!.Version);
        await host.PublishAsync(SmallProcedures.Event("grows", 2));
        await host.PublishAsync(SmallProcedures.Event("grows", 3), published: false);

        _catalog.Forget("grows");

        Assert.Equal(2, _catalog.Published("grows")!.Version);
        Assert.Equal(3, _catalog.Version("grows-3")!.Version);
    }

    [Fact]
    public async Task A_journal_is_not_read_with_another_diagram_than_its_own()
    {
        await host.PublishAsync(SmallProcedures.Event("own"));

        Assert.Throws<JournalException>(() => _catalog.Find("own-1", "another hash"));
        Assert.Throws<JournalException>(() => _catalog.Find("gone-1", "any hash"));
        Assert.Null(_catalog.Published("gone"));
    }
}
