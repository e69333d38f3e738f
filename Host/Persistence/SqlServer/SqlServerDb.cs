using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongtui.Host.Persistence.SqlServer;

/// <summary>The same model on SQL Server, with migrations of its own.</summary>
public sealed partial class SqlServerDb(DbContextOptions<SqlServerDb> options) : GongtuiDb(options)
{
    /// <summary>Compares and sorts by code units, as the product does.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in type.GetProperties().Where(property => property.ClrType == typeof(string))) property.SetCollation(Collation);
            foreach (var index in type.GetIndexes())
            {
                // A flag is no condition here; it has to be compared.
                if (index.GetFilter() is { } filter) index.SetFilter(BareFlag().Replace(filter, "$0 = 1"));
            }
        }
    }

    [GeneratedRegex(@"\b(?:is_latest|is_published|runs_inside)\b")]
    private static partial Regex BareFlag();
}

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the product or a server.</summary>
public sealed class SqlServerDbDesign : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=design").Options);
}
