using System.Diagnostics;
using Gongtui.Host.Persistence.Postgres;
using Gongtui.Host.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>A PostgreSQL server for one test, which may be stopped and started.</summary>
internal sealed class OwnPostgres : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongtui-cluster-postgres-").FullName;
    private readonly string _programs;
    private readonly bool _root = Environment.UserName == "root";
    private readonly int _port = PostgresServer.FreePort();

    /// <exception cref="SkipException">There is no PostgreSQL here.</exception>
    public OwnPostgres()
    {
        Skip.If(PostgresServer.Programs() is null, "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        _programs = PostgresServer.Programs()!;
        if (_root) PostgresServer.Run(false, "chown", "postgres", _folder);
        PostgresServer.Run(_root, Path.Combine(_programs, "initdb"), "-D", Data, "-U", "gongtui", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Start();
        var server = $"Host=127.0.0.1;Port={_port};Username=gongtui;Database=postgres;Pooling=false";
        using (var connection = new NpgsqlConnection(server))
        {
            connection.Open();
            using var create = new NpgsqlCommand("CREATE DATABASE cluster", connection);
            create.ExecuteNonQuery();
        }

        using var db = Open();
        db.Database.Migrate();
    }

    /// <summary>Of the test's database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=gongtui;Database=cluster;Timeout=5";

    private string Data => Path.Combine(_folder, "data");

    public PostgresDb Open() => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(ConnectionString + ";Pooling=false").Options);

    /// <summary>Whether the nodes have voted out the one that listens there.</summary>
    public async Task<bool> IsOutAsync(int siloPort)
    {
        const int Dead = 6;
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT status FROM OrleansMembershipTable WHERE port = @port ORDER BY generation DESC LIMIT 1", connection);
        command.Parameters.AddWithValue("port", siloPort);
        return await command.ExecuteScalarAsync() is Dead;
    }

    public void Start()
    {
        PostgresServer.Run(_root, Path.Combine(_programs, "pg_ctl"), "-D", Data, "-l", Path.Combine(_folder, "log"), "-W", "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=300", "start");
        for (var began = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username=gongtui;Database=postgres;Pooling=false");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (began.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>As by a loss of power: nothing is written that was not.</summary>
    public void Stop() => PostgresServer.Run(_root, Path.Combine(_programs, "pg_ctl"), "-D", Data, "-m", "immediate", "stop");

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }
}
