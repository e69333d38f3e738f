using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Gongtui.Host.Boxes;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Gongtui.Benchmarks.Inbox;

/// <summary>The first page of an inbox among a million open tasks, by the product's own query and by the same statements without anything around them.</summary>
internal static class InboxFigures
{
    private const int Page = 20;
    private const int Asked = 4_000;
    private const int Warm = 500;

    public static async Task<IReadOnlyList<Figure>> FiguresAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "gongtui.db");
            var builder = new DbContextOptionsBuilder<GongtuiDb>();
            builder.UseGongtuiSqlite(file);
            await OpenTasks.FillAsync(builder.Options, file);
            var product = await ProductAsync(new PooledDbContextFactory<GongtuiDb>(builder.Options));
            using var raw = new RawInbox(file);
            var plain = Times(await EachAsync(person => Task.FromResult(raw.FirstPage(Principals(person), Page))));
            return
            [
                Figure.Below(5, $"inbox, first page, {OpenTasks.Count:N0} open tasks, {OpenTasks.People:N0} people: p99", At(product, 0.99), "ms"),
                new("  p50", At(product, 0.5), "ms"),
                new("  the same by raw SQL, p50", At(plain, 0.5), "ms"),
                new("  the same by raw SQL, p99", At(plain, 0.99), "ms"),
                Figure.Below(4, "  p99 ÷ p99 of raw SQL", At(product, 0.99) / At(plain, 0.99), "times"),
            ];
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double[]> ProductAsync(PooledDbContextFactory<GongtuiDb> contexts)
    {
        using var papers = new OpenPapers();
        return Times(await EachAsync(async person =>
        {
            await using var db = await contexts.CreateDbContextAsync();
            var callers = new CallerAccessor(new HttpContextAccessor());
            callers.ActAs(new Caller(person.ToString(CultureInfo.InvariantCulture), "", null, Principals(person).ToFrozenSet(StringComparer.Ordinal)));
            // None of these tasks is done in a box, so no box is asked.
            var handler = new MyOpenTasksHandler(db, new BoxDesk(null!, null!, papers, []), callers);
            return (await handler.Handle(new MyOpenTasks(Page), default)).Value!.Tasks.Count;
        }));
    }

    private static async Task<List<(double Time, int Found)>> EachAsync(Func<int, Task<int>> ask)
    {
        var (random, times) = (new Random(11), new List<(double, int)>(Asked));
        for (var n = 0; n < Warm + Asked; n++)
        {
            var (person, began) = (random.Next(OpenTasks.People), Stopwatch.GetTimestamp());
            var found = await ask(person);
            if (n >= Warm) times.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, found));
        }

        return times;
    }

    private static double[] Times(List<(double Time, int Found)> asked) => asked.All(one => one.Found == Page)
        ? [.. asked.Select(one => one.Time).Order()] : throw new InvalidOperationException("A page was not full.");

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private static string[] Principals(int person) => [$"person:p{person}", $"unit:u{person % OpenTasks.Groups}:member"];
}
