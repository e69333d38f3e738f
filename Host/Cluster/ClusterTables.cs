using System.Data.Common;
using Gongtui.Host.Persistence;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Gongtui.Host.Cluster;

/// <summary>The tables of the membership.</summary>
internal static class ClusterTables
{
    /// <summary>The script for a database.</summary>
    public static string Script(DatabaseProvider provider)
    {
        using var stream = typeof(ClusterTables).Assembly.GetManifestResourceStream($"cluster/{(provider == DatabaseProvider.Postgres ? "PostgreSQL" : "SqlServer")}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Makes them when they are not there. The caller has the turn to prepare the database.</summary>
    public static async Task MakeAsync(DatabaseOptions database)
    {
        await using DbConnection connection = database.Provider == DatabaseProvider.Postgres ? new NpgsqlConnection(database.ConnectionString) : new SqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM information_schema.tables WHERE lower(table_name) = 'orleansmembershiptable'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0) return;
        await using var transaction = await connection.BeginTransactionAsync();
        command.Transaction = transaction;
#pragma warning disable CA2100 // A text of this assembly.
        command.CommandText = Script(database.Provider);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
