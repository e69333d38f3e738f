using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gongtui.Host.Persistence.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>A PostgreSQL server of the tests' own in a temporary folder, started when the first test asks, gone with the process.
/// GONGTUI_POSTGRES names a server that runs already (a connection string whose user may create databases).</summary>
internal static class PostgresServer
{
    /// <summary>What every server has, with nothing in it.</summary>
    private const string Empty = "template0";

    private static readonly Lazy<string?> Server = new(Start);
    private static readonly Lazy<string> Template = new(Migrated);
    private static int databases;

    /// <summary>Connection string of an empty database of its own at the product's schema.</summary>
    /// <exception cref="SkipException">There is no PostgreSQL here.</exception>
    public static string NewDatabase() => Create(Template.Value);

    /// <summary>Connection string of a database without any table.</summary>
    public static string NewEmptyDatabase() => Create(Empty);

    private static string Migrated()
    {
        var template = NewEmptyDatabase();
        using (var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(template + ";Pooling=false").Options))
            db.Database.Migrate();
        return new NpgsqlConnectionStringBuilder(template).Database!;
    }

    private static string Create(string template)
    {
        Skip.If(Server.Value is null, "PostgreSQL is not installed (Debian: apt-get install postgresql) and GONGTUI_POSTGRES names no server");
        var name = string.Create(CultureInfo.InvariantCulture, $"gongtui_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        using var connection = new NpgsqlConnection(Server.Value + ";Pooling=false");
        connection.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        create.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(Server.Value!) { Database = name }.ConnectionString;
    }

    private static string? Start()
    {
        if (Environment.GetEnvironmentVariable("GONGTUI_POSTGRES") is { Length: > 0 } named)
            return named;
        if (Programs() is not { } programs)
            return null;
        var folder = Directory.CreateTempSubdirectory("gongtui-postgres-").FullName;
        var (data, port) = (Path.Combine(folder, "data"), FreePort());
        // The server refuses to run as root; its package brings a user of its own.
        var root = Environment.UserName == "root";
        if (root)
            Run("chown", "postgres", folder);
        Run(root, Path.Combine(programs, "initdb"), "-D", data, "-U", "gongtui", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        // No -w: its own waiting would keep the output open.
        Run(root, Path.Combine(programs, "pg_ctl"), "-D", data, "-l", Path.Combine(folder, "log"), "-W", "-o", $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=300", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run(root, Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
            Directory.Delete(folder, recursive: true);
        };
        var address = $"Host=127.0.0.1;Port={port};Username=gongtui;Database=postgres";
        for (var began = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var connection = new NpgsqlConnection(address + ";Pooling=false");
                connection.Open();
                return address;
            }
            catch (NpgsqlException) when (began.Elapsed < TimeSpan.FromSeconds(60))
            {
                Thread.Sleep(100);
            }
        }
    }

    internal static string? Programs() =>
        new[] { "/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql" }.Where(Directory.Exists)
            .SelectMany(place => Directory.EnumerateFiles(place, "initdb", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).LastOrDefault() is { } initdb
            ? Path.GetDirectoryName(initdb) : null;

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static void Run(bool asPostgres, string program, params string[] arguments)
    {
        if (asPostgres)
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        else
            Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardInput = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
