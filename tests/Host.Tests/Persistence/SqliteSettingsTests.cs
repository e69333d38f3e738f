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
}
