using System.Text.RegularExpressions;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.SqlServer;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using static Gongtui.Host.Tests.Support.Course;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>No SQL Server is needed here: every statement that the product would send to one is read by Microsoft's own parser.</summary>
public sealed partial class SqlServerWordsTests(MirroredHost host) : IClassFixture<MirroredHost>
{
    /// <summary>Who looks around: staff, a member, the superior, an auditor, a designer, an administrator.</summary>
    private static readonly string[] Everybody = [Staff, Member, Superior, "gw-05", "gw-06", "gw-07"];

    private const int MostPages = 60;

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_administrators_is_Transact_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=never-opened").Options);

        Assert.Empty(SqlServerParser.Faults(db.GetService<IMigrator>().GenerateScript(options: options)));
    }

    [Fact]
    public void The_statements_about_boxes_tables_are_Transact_SQL() =>
        Assert.Empty(SqlServerBoxes.Tables.Concat(SqlServerBoxes.Scrubbing).Concat(SqlServerBoxes.Earlier.Statements.Select(sql => SqlServerParser.AsSent(sql, toBoxes: true)))
            .SelectMany(SqlServerParser.Faults));

    [Fact]
    public void The_statements_of_copies_are_Transact_SQL()
    {
        using var db = new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=never-opened").Options);
        var ofJournals = Tables.Of(db.Model).SelectMany(table => new[] { table.Select, table.Count }).Concat(Moment.Begin(DatabaseProvider.SqlServer)).Concat([Moment.Keeps, Moment.End]);
        var ofBoxes = Tables.Boxes.Concat(Tables.SealedBoxes).SelectMany(table => new[] { table.Select, table.Count }).Concat([Arrival.SealedBoxes, Arrival.Sheets]);

        Assert.Empty(ofJournals.SelectMany(sql => SqlServerParser.Faults(SqlServerParser.AsSent(sql, toBoxes: false))));
        Assert.Empty(ofBoxes.SelectMany(sql => SqlServerParser.Faults(SqlServerParser.AsSent(sql, toBoxes: true))));
        Assert.All(ofBoxes, sql => Assert.Contains("FROM boxes.", SqlServerParser.AsSent(sql, toBoxes: true), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT name FROM instance ORDER BY number LIMIT 1", "SELECT name FROM instance ORDER BY number OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY")]
    [InlineData(
        "INSERT INTO instance (name, last) VALUES (@name, @last) ON CONFLICT (name) DO NOTHING RETURNING number",
        "INSERT INTO instance (name, last) OUTPUT inserted.number SELECT @name, @last WHERE NOT EXISTS (SELECT 1 FROM instance WITH (UPDLOCK, HOLDLOCK) WHERE name_key = CONVERT(VARBINARY(400), @name))")]
    [InlineData("UPDATE instance SET last = @last WHERE name = @name AND last = @expected RETURNING number", "UPDATE instance SET last = @last OUTPUT inserted.number WHERE name_key = CONVERT(VARBINARY(400), @name) AND last = @expected")]
    [InlineData("INSERT INTO box (name) VALUES (@name) RETURNING id", "INSERT INTO box (name) OUTPUT inserted.id VALUES (@name)")]
    public void What_differs_is_said_in_its_words(string sql, string expected) => Assert.Equal(expected, TransactSql.From(sql));

    [Fact]
    public async Task Whatever_the_product_asks_is_Transact_SQL()
    {
        var course = await AtRecommendationAsync(host);
        Assert.True((await course.CastAsync(Member, 1, new { posts = new[] { new { post = "member", people = new[] { "zj-03" } } } }, "first")).IsSuccessStatusCode);
        await host.InScopeAsync<IBoxStore, SealedBox?>(boxes => boxes.CloseAsync($"{course.Instance}/1"));
        foreach (var person in Everybody) await LookAroundAsync(person);

        var unsaid = MirroredHost.Mirror.Statements.Where(asked => asked.Value is not null).Select(asked => $"{asked.Key}\n{asked.Value}").ToList();
        Assert.True(unsaid.Count == 0, string.Join("\n\n", unsaid));
        Assert.Empty(MirroredHost.Mirror.Statements.Keys.SelectMany(SqlServerParser.Faults));
        Assert.Empty(host.OfJournals.Keys.SelectMany(sql => SqlServerParser.Faults(SqlServerParser.AsSent(sql, toBoxes: false))));
        Assert.Empty(host.OfBoxes.Keys.Where(sql => !sql.StartsWith("PRAGMA", StringComparison.Ordinal)).SelectMany(sql => SqlServerParser.Faults(SqlServerParser.AsSent(sql, toBoxes: true))));
        Assert.All([MirroredHost.Mirror.Statements.Count - 60, host.OfJournals.Count - 20, host.OfBoxes.Count - 8], spare => Assert.True(spare >= 0, "Hardly anything was recorded."));
    }

    /// <summary>Follows the links of every page, as far as somebody may go.</summary>
    private async Task LookAroundAsync(string person)
    {
        var visitor = await host.EnterAsync(person);
        var (ahead, seen) = (new Queue<string>(["/"]), new HashSet<string>(["/"], StringComparer.Ordinal));
        while (seen.Count < MostPages && ahead.TryDequeue(out var path))
        {
            foreach (var link in Links().Matches(await visitor.ReadAsync(path)).Select(match => match.Groups[1].Value))
            {
                if (!link.Contains("sign-out", StringComparison.Ordinal) && seen.Add(link)) ahead.Enqueue(link);
            }
        }
    }

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)\"")]
    private static partial Regex Links();
}
