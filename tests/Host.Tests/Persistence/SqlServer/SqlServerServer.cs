using System.Globalization;
using Gongtui.Host.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>The SQL Server that GONGTUI_SQLSERVER names: a connection string whose login may create databases. There is none to install along with the tests.</summary>
internal static class SqlServerServer
{
    private const string Setting = "GONGTUI_SQLSERVER";
    private static int databases;

    /// <summary>Connection string of a database of its own at the product's schema.</summary>
    /// <exception cref="SkipException">No server is named.</exception>
    public static string NewDatabase()
    {
        var database = NewEmptyDatabase();
        using var db = new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer(database).Options);
        db.Database.Migrate();
        return database;
    }

    /// <summary>Connection string of a database that does not exist yet; migrating makes it.</summary>
    public static string NewEmptyDatabase()
    {
        var server = Environment.GetEnvironmentVariable(Setting);
        Skip.If(string.IsNullOrEmpty(server), $"{Setting} names no SQL Server");
        var name = string.Create(CultureInfo.InvariantCulture, $"gongtui_test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        return new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
    }
}
