using System.Text;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongtui.Host.Persistence;

/// <summary>Everything that is not history and not a ballot: people, procedures, and the projections that screens read.</summary>
/// <remarks>Projections are written by the journal store in the transaction of the entries that they follow from; here they
/// are only read. Table and column names are the snake_case of the C# names, instants are Unix milliseconds.</remarks>
public class GongtuiDb : DbContext
{
    public GongtuiDb(DbContextOptions<GongtuiDb> options)
        : base(options)
    {
    }

    /// <summary>For a database with migrations of its own.</summary>
    protected GongtuiDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<UnitRow> Units => Set<UnitRow>();
    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<GrantRow> Grants => Set<GrantRow>();
    public DbSet<ActingRow> Acting => Set<ActingRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<ProcedureRow> Procedures => Set<ProcedureRow>();
    public DbSet<ProcedureTextRow> ProcedureTexts => Set<ProcedureTextRow>();
    public DbSet<ElectionRow> Elections => Set<ElectionRow>();
    public DbSet<TaskRow> Tasks => Set<TaskRow>();
    public DbSet<InboxRow> Inbox => Set<InboxRow>();
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();
    public DbSet<NoticeReadRow> NoticeReads => Set<NoticeReadRow>();
    public DbSet<BoxRow> Boxes => Set<BoxRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();
    public DbSet<CheckpointHeadRow> CheckpointHeads => Set<CheckpointHeadRow>();
    public DbSet<AccessRow> Accesses => Set<AccessRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Standing>().HaveConversion<string>();
        configurationBuilder.Properties<Rights>().HaveConversion<string>();
        configurationBuilder.Properties<ExclusionGround>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<UnitRow>().ToTable("unit").HasKey(unit => unit.Id);
        modelBuilder.Entity<PersonRow>(person =>
        {
            person.ToTable("person").HasKey(row => row.Id);
            person.HasIndex(row => row.Login).IsUnique();
            person.HasIndex(row => row.Unit);
        });
        modelBuilder.Entity<GrantRow>().ToTable("role_grant").HasKey(row => new { row.Person, row.Role, row.Unit });
        modelBuilder.Entity<ActingRow>().ToTable("acting").HasKey(row => new { row.Person, row.Since });
        modelBuilder.Entity<ApiKeyRow>().ToTable("api_key").HasIndex(row => row.Person);
        modelBuilder.Entity<ProcedureRow>(procedure =>
        {
            procedure.ToTable("procedure").HasKey(row => row.Id);
            procedure.HasIndex(row => new { row.DefinitionId, row.Version }).IsUnique();
            // The list of drafts, the list of what can be started and the palette's sections, in the order of names. Each holds its rows alone:
            // SQLite looks up no index on a flag that a query names without comparing it, and so read every version of everything.
            procedure.HasIndex(row => new { row.Name, row.Version }, "IX_procedure_latest").HasFilter("is_latest AND deleted_at IS NULL");
            procedure.HasIndex(row => new { row.Name, row.Version }, "IX_procedure_published").HasFilter("is_published AND deleted_at IS NULL");
            procedure.HasIndex(row => new { row.Name, row.Version }, "IX_procedure_inside").HasFilter("runs_inside AND published_at IS NOT NULL");
            procedure.Property(row => row.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<ProcedureTextRow>().ToTable("procedure_text").HasKey(row => row.Id);
        modelBuilder.Entity<ElectionRow>(election =>
        {
            election.ToTable("election").HasKey(row => row.Instance);
            // The list: newest first, running ones first.
            election.HasIndex(row => new { row.Status, row.StartedAt });
            // What runs on a version of a procedure.
            election.HasIndex(row => new { row.Procedure, row.Status });
        });
        modelBuilder.Entity<TaskRow>(task =>
        {
            task.ToTable("task").HasKey(row => row.Id);
            task.HasIndex(row => new { row.Instance, row.Task }).IsUnique();
        });
        // The key is the page of a person's list, in its order.
        modelBuilder.Entity<InboxRow>().ToTable("inbox").HasKey(row => new { row.Principal, row.Due, row.Task });
        modelBuilder.Entity<NoticeRow>(notice =>
        {
            notice.ToTable("notice").HasKey(row => row.Id);
            notice.HasIndex(row => new { row.Instance, row.Notice }).IsUnique();
            notice.HasIndex(row => row.PublishedAt);
        });
        modelBuilder.Entity<NoticeReadRow>().ToTable("notice_read").HasKey(row => new { row.Notice, row.Person });
        modelBuilder.Entity<BoxRow>(box =>
        {
            box.ToTable("box").HasKey(row => row.Box);
            box.HasIndex(row => row.Instance);
        });
        modelBuilder.Entity<SettingRow>().ToTable("setting").HasKey(row => row.Key);
        modelBuilder.Entity<CheckpointRow>().ToTable("checkpoint").HasKey(row => row.Number);
        modelBuilder.Entity<CheckpointRow>().Property(row => row.Number).ValueGeneratedNever();
        modelBuilder.Entity<CheckpointHeadRow>().ToTable("checkpoint_head").HasKey(row => new { row.Instance, row.Checkpoint });
        modelBuilder.Entity<AccessRow>(access =>
        {
            access.ToTable("access").HasKey(row => row.Number);
            access.Property(row => row.Number).ValueGeneratedNever();
            access.HasIndex(row => row.Instance);
        });

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
            // Server databases index only strings of known length.
            if (property.ClrType == typeof(string) && (property.IsKey() || property.IsIndex())) property.SetMaxLength(128);
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
