using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongtui.Host.Tests.Procedures;

/// <summary>Versions pile up for years; what the editor asks for all the time must not read them all.</summary>
public sealed class LookupTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("Latest", "IX_procedure_latest")]
    [InlineData("Published", "IX_procedure_published")]
    [InlineData("Draft", "IX_procedure_latest")]
    public async Task A_list_reads_an_index_of_its_own_rows(string version, string index) => Assert.Contains(
        index, await PlanAsync(shelf => new VersionChoice(version).In(shelf.All).OrderBy(row => row.Name).ThenBy(row => row.Version).Take(10)), StringComparison.Ordinal);

    [Fact]
    public async Task A_version_is_found_by_its_procedure() => Assert.Contains(
        "IX_procedure_definition_id_version", await PlanAsync(shelf => VersionChoice.Latest.In(shelf.All).Where(row => row.DefinitionId == "zhujian")), StringComparison.Ordinal);

    /// <summary>How SQLite goes about a query, and that it sorts nothing.</summary>
    private async Task<string> PlanAsync(Func<ProcedureShelf, IQueryable<ProcedureRow>> query)
    {
        var sql = await host.InScopeAsync<ProcedureShelf, string>(shelf => Task.FromResult(query(shelf).ToQueryString()));
        // The parameters of the text stand before it as settings of SQLite's own shell.
        sql = string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal))).Replace("@p", "10", StringComparison.Ordinal);
        var plan = await host.InScopeAsync<GongtuiDb, List<string>>(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            await using var reader = await command.ExecuteReaderAsync();
            var steps = new List<string>();
            while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
            return steps;
        });
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        return string.Join('\n', plan);
    }
}
