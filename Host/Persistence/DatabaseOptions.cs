namespace Gongtui.Host.Persistence;

/// <summary>The databases that the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data directory; the default.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,

    /// <summary>A Microsoft SQL Server.</summary>
    SqlServer,
}

/// <summary>Which database: <c>Database:Provider</c> and <c>ConnectionStrings:Default</c>, in the environment <c>Database__Provider</c> and
/// <c>ConnectionStrings__Default</c>.</summary>
/// <param name="BoxConnectionString"><c>ConnectionStrings:Boxes</c>: a server of its own for the ballot boxes; the same one without it.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, string BoxConnectionString)
{
    /// <exception cref="InvalidOperationException">The provider is unknown, or a server without an address.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var named = configuration["Database:Provider"];
        if (!Enum.TryParse<DatabaseProvider>(named ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw new InvalidOperationException($"没有这种数据库 / there is no such database: Database:Provider={named}. 可用 / known: {string.Join(", ", Enum.GetNames<DatabaseProvider>())}");
        var address = configuration.GetConnectionString("Default") ?? "";
        return provider == DatabaseProvider.Sqlite || address.Length > 0 ? new(provider, address, configuration.GetConnectionString("Boxes") ?? address)
            : throw new InvalidOperationException($"{provider} 需要连接字符串 / needs a connection string: ConnectionStrings:Default");
    }
}
