using System.Security.Cryptography;
using System.Text;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gongtui.Host.Tests.Boxes;

/// <summary>The curious administrator: holds the files of the box and looks for anything that ties a sheet to an elector.</summary>
public sealed class BoxSecrecyTests : IDisposable
{
    private const int People = 60;
    private readonly string folder = Directory.CreateTempSubdirectory("gongtui-secrecy-").FullName;
    private readonly BoxDatabase store;

    /// <summary>Who casts, in the order of casting; the sheet of each carries a mark of its own.</summary>
    private readonly (string Elector, string Mark)[] order;

    public BoxSecrecyTests()
    {
        store = new BoxDatabase(new SqliteBoxes(BoxFile), TimeProvider.System);
        var people = Enumerable.Range(0, People).Select(i => $"elector-{i:00}").ToArray();
        new Random(7).Shuffle(people);
        order = [.. people.Select(person => (person, "mark-" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8))))];
    }

    private string BoxFile => Path.Combine(folder, "boxes.db");

    [Fact]
    public async Task No_table_knows_both_or_a_time_and_no_hidden_order_numbers_the_sheets()
    {
        await store.OpenAsync("e/1", ["p1"]);

        Assert.Equal(["content", "key", "salt"], Columns("sheet").Except(["box"]));
        Assert.Equal(["person", "place"], Columns("elector").Except(["box"]));
        Assert.Equal(["bits", "part"], Columns("marked_roll").Except(["box"]));
        Assert.Equal(["electors", "id", "marked", "name", "root", "state", "submitted"], Columns("box"));
        Assert.ThrowsAny<SqliteException>(() => Strings("SELECT rowid FROM sheet"));
    }

    /// <summary>One at a time is the worst case: every commit holds one sheet.</summary>
    [Fact]
    public async Task The_registers_bytes_do_not_move_when_people_cast()
    {
        await store.OpenAsync("e/1", [.. order.Select(cast => cast.Elector)]);
        var before = await PlacesAsync();

        await CastOneByOneAsync();

        Assert.Equal(before, await PlacesAsync());
    }

    [Fact]
    public async Task No_reading_order_of_the_open_box_is_the_order_of_casting()
    {
        await store.OpenAsync("e/1", [.. order.Select(cast => cast.Elector)]);
        await CastOneByOneAsync();

        var register = Strings("SELECT person FROM elector");
        var sheets = Strings("SELECT CAST(content AS TEXT) FROM sheet");

        Assert.Equal(register.Order(StringComparer.Ordinal), register);
        Assert.True(RightGuesses(register, sheets) <= 8, "reading both tables side by side pairs too many");
        Assert.NotEqual(order.Select(cast => cast.Mark), sheets);
    }

    [Fact]
    public async Task After_sealing_neither_file_nor_log_remembers_the_old_order()
    {
        await store.OpenAsync("e/1", [.. order.Select(cast => cast.Elector)]);
        await CastOneByOneAsync();

        await store.CloseAsync("e/1");

        var file = await ReadFileAsync();
        var log = new FileInfo(BoxFile + "-wal");
        Assert.True(!log.Exists || log.Length == 0);
        Assert.All(order, cast => Assert.Equal(1, Occurrences(file, cast.Mark)));
        var onDisk = order.Select(cast => cast.Mark).OrderByDescending(mark => file.IndexOf(mark, StringComparison.Ordinal)).ToList();
        var asCast = order.Select(cast => cast.Mark).ToList();
        Assert.InRange(Agreement(asCast, onDisk), 0.3, 0.7);
    }

    [Fact]
    public async Task A_second_after_the_last_sheet_the_log_is_empty()
    {
        await store.OpenAsync("e/1", [.. order.Select(cast => cast.Elector)]);
        await CastOneByOneAsync();

        var log = new FileInfo(BoxFile + "-wal");
        for (var i = 0; i < 50 && log.Length > 0; i++)
        {
            await Task.Delay(100);
            log.Refresh();
        }

        Assert.Equal(0, log.Length);
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task CastOneByOneAsync()
    {
        foreach (var (elector, mark) in order) await store.CastAsync("e/1", elector, Encoding.UTF8.GetBytes(mark), "");
    }

    /// <summary>Where each elector's id stands in the file.</summary>
    private async Task<int[]> PlacesAsync()
    {
        var file = await ReadFileAsync();
        return [.. order.Select(cast => file.IndexOf(cast.Elector, StringComparison.Ordinal))];
    }

    private async Task<string> ReadFileAsync()
    {
        Strings("PRAGMA wal_checkpoint(TRUNCATE)");
        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(BoxFile));
    }

    private int RightGuesses(List<string> register, List<string> sheets) =>
        register.Zip(sheets).Count(pair => order.Contains((pair.First, pair.Second)));

    /// <summary>Share of pairs that stand in the same order in both lists; one half means independent.</summary>
    private static double Agreement(List<string> one, List<string> other)
    {
        var pairs = (from i in Enumerable.Range(0, one.Count) from j in Enumerable.Range(i + 1, one.Count - i - 1)
                     select other.IndexOf(one[i]) < other.IndexOf(one[j])).ToList();
        return pairs.Count(same => same) / (double)pairs.Count;
    }

    private static int Occurrences(string file, string mark) => (file.Length - file.Replace(mark, "", StringComparison.Ordinal).Length) / mark.Length;

    private IEnumerable<string> Columns(string table) => Strings($"SELECT name FROM pragma_table_info('{table}')").Order(StringComparer.Ordinal);

    private List<string> Strings(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={BoxFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var strings = new List<string>();
        while (rows.Read()) strings.Add(rows.GetValue(0).ToString()!);
        return strings;
    }
}
