using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Gongtui.Host.Persistence.Postgres;

/// <summary>The same model on PostgreSQL, with migrations of its own.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : GongtuiDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(string)))
        {
            // Text of any length can be a key here; and every list is in the order of code points, as it is everywhere in the product.
            property.SetMaxLength(null);
            property.SetCollation("C");
        }
    }
}

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the product or a server.</summary>
public sealed class PostgresDbDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design").Options);
}
