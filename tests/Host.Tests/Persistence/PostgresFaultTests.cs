using Gongtui.Engine.State;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Npgsql;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>What happens when the server goes away and comes back. Of a host of its own: others would meet its broken connections.</summary>
public sealed class PostgresFaultTests(PostgresHost host) : IClassFixture<PostgresHost>
{
    [SkippableFact]
    public async Task Broken_connections_lose_nothing_that_was_acknowledged()
    {
        var course = await StartAsync(host);
        var before = await course.HeadAsync();

        await BreakAsync();
        var refused = 0;
        HttpResponseMessage? answer = null;
        for (var attempt = 0; attempt < 20 && answer?.IsSuccessStatusCode != true; attempt++)
        {
            answer = await course.CompleteAsync(Staff, "plan-1", "submit", Plan());
            refused += answer.IsSuccessStatusCode ? 0 : 1;
        }

        Assert.True(answer!.IsSuccessStatusCode, $"{refused}: {await answer.Content.ReadAsStringAsync()}");
        Assert.True(await course.HeadAsync() > before);
        Assert.Contains("approval-1", (await course.NowAsync()).Tasks.Keys);
        Assert.Null(await host.InScopeAsync<JournalReader, ChainFault?>(reader => reader.VerifyAsync(course.Instance).AsTask()));
    }

    /// <summary>As when the server is started anew: every connection to this database ends.</summary>
    private async Task BreakAsync()
    {
        var database = await host.InScopeAsync<DatabaseOptions, string>(options => Task.FromResult(options.ConnectionString));
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        Assert.True((long)(await end.ExecuteScalarAsync())! > 0);
    }
}
