using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

public sealed class SqliteSettingsTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    public async Task A_commit_is_on_the_disk_when_it_returns(string pragma, string value) =>
        Assert.Equal(value, await host.InScopeAsync<GongtuiDb, string>(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return (await command.ExecuteScalarAsync())!.ToString()!;
        }));

    [Fact]
    public async Task The_schema_is_the_models() =>
        Assert.False(await host.InScopeAsync<GongtuiDb, bool>(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task A_query_may_name_more_people_than_a_statement_may_have_values()
    {
        var people = Enumerable.Range(0, 40_000).Select(number => $"nobody-{number}").Append("zj-01").ToList();

        var found = await host.InScopeAsync<GongtuiDb, List<string>>(db =>
            db.People.Where(person => people.Contains(person.Id)).Select(person => person.Id).ToListAsync());

        Assert.Equal(["zj-01"], found);
    }
}
