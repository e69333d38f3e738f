using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>The whole product on a real PostgreSQL server. (All tests of this project run on it with GONGTUI_TEST_PROVIDER=Postgres.)</summary>
public sealed class PostgresElectionTests(PostgresHost host) : IClassFixture<PostgresHost>
{
    [SkippableFact]
    public Task An_election_comes_to_its_boxes_and_every_page_shows_it() => ServerElection.RunAsync(host);
}
