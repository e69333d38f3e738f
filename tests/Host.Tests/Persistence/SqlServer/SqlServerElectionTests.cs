using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>The whole product on a real SQL Server.</summary>
public sealed class SqlServerElectionTests
{
    [SkippableFact]
    public async Task An_election_comes_to_its_boxes_and_every_page_shows_it()
    {
        await using var host = new SqlServerHost(SqlServerServer.NewEmptyDatabase());
        await ServerElection.RunAsync(host);
    }

    private sealed class SqlServerHost(string database) : TestHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:Provider", nameof(DatabaseProvider.SqlServer));
            builder.UseSetting("ConnectionStrings:Default", database);
        }
    }
}
