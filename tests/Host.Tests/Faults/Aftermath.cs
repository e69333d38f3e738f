using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Faults;

/// <summary>What a directory holds after the killing, seen through the product's own services.</summary>
internal sealed class Aftermath : IAsyncDisposable
{
    private static readonly string[] Projections = ["election", "task", "inbox", "notice", "notice_read", "box"];
    private readonly HostOn _host;
    private readonly IJournalDatabase _journal;
    private readonly JournalReader _reader;

    /// <param name="settings">Further ones, as for another database.</param>
    public Aftermath(string directory, params (string Key, string Value)[] settings)
    {
        _host = new HostOn([("Gongtui:DataDirectory", directory), .. settings]);
        _journal = _host.Services.GetRequiredService<IJournalDatabase>();
        _reader = _host.Services.GetRequiredService<JournalReader>();
    }

    /// <summary>Every chain verifies, and every run as it is loaded equals its replay.</summary>
    public async Task CheckJournalsAsync()
    {
        foreach (var instance in await _journal.InstancesAsync())
        {
            Assert.Null(await _reader.VerifyAsync(instance));
            byte[] replayed = [];
            await foreach (var append in _reader.ReplayAsync(instance)) replayed = append.After.Save();
            Assert.Equal(replayed, (await _reader.LoadAsync(instance))!.State.Save());
        }
    }

    public async Task CheckProjectionsAsync()
    {
        var before = Rows();
        await _journal.RebuildAsync(_reader);
        Assert.Equal(before, Rows());
    }

    /// <summary>What was acknowledged is there; what was asked is there at most once.</summary>
    public async Task CheckLedgerAsync(Ledger ledger)
    {
        var instances = await _journal.InstancesAsync();
        var facts = new List<(string Instance, string Name, JsonElement Payload)>();
        foreach (var instance in instances)
            facts.AddRange((await _reader.EntriesAsync(instance, 0, long.MaxValue)).Select(Fact).OfType<(string Name, JsonElement Payload)>().Select(fact => (instance, fact.Name, fact.Payload)));
        var tasks = Pages("SELECT id, instance, task, data FROM task");
        var notices = Pages("SELECT id, instance, notice, NULL FROM notice");

        var begun = facts.Where(fact => fact.Name == nameof(RollTaken)).Select(fact => fact.Instance).ToArray();
        Exactly(begun, ledger, Deed.Start, deed => deed.On);
        Exactly(Told(nameof(TaskCompleted), "task", "by"), ledger, Deed.Complete, deed => $"{tasks[deed.On].Instance} {tasks[deed.On].Name} {deed.By}");
        Exactly(Told(nameof(NoticeRead), "notice", "person"), ledger, Deed.Read, deed => $"{notices[deed.On].Instance} {notices[deed.On].Name} {deed.By}");
        var claimed = Told(nameof(TaskClaimed), "task", "by").ToHashSet();
        Assert.All(ledger.Acknowledged[Deed.Claim], deed => Assert.Contains($"{tasks[deed.On].Instance} {tasks[deed.On].Name} {deed.By}", claimed));

        await CheckBoxesAsync(ledger, deed => tasks[deed.On].Box!);

        string[] Told(string name, string what, string who) =>
            [.. facts.Where(fact => fact.Name == name).Select(fact => $"{fact.Instance} {fact.Payload.GetProperty(what)} {fact.Payload.GetProperty(who)}")];
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private static void Exactly(string[] found, Ledger ledger, Deed what, Func<Asked, string> key)
    {
        Assert.Equal(found.Distinct().Count(), found.Length);
        Assert.Empty(ledger.Acknowledged[what].Select(key).Except(found));
        Assert.Empty(found.Except(ledger.Asked[what].Select(key)));
    }

    /// <summary>Who was given a receipt has cast, and each box holds as many sheets as people have cast.</summary>
    private async Task CheckBoxesAsync(Ledger ledger, Func<Asked, string> boxOf)
    {
        var boxes = _host.Services.GetRequiredService<IBoxStore>();
        var acknowledged = ledger.Acknowledged[Deed.Cast].Select(deed => (Box: boxOf(deed), deed.By)).ToArray();
        Assert.Equal(acknowledged.Distinct().Count(), acknowledged.Length);
        foreach (var (box, person) in acknowledged) Assert.True(await boxes.HasCastAsync(box, person), $"{person} has a receipt of {box}");
        foreach (var box in ledger.Asked[Deed.Cast].Select(boxOf).Distinct())
        {
            if (await boxes.TurnoutAsync(box) is not { } turnout)
            {
                // A box is made with its first sheet: the server was killed before that.
                Assert.DoesNotContain(acknowledged, cast => cast.Box == box);
                continue;
            }

            Assert.InRange(turnout.Cast, acknowledged.Count(cast => cast.Box == box), ledger.Asked[Deed.Cast].Where(deed => boxOf(deed) == box).Select(deed => deed.By).Distinct().Count());
            Assert.Equal(turnout.Cast, (await boxes.CloseAsync(box))!.Submitted);
        }
    }

    private static (string Name, JsonElement Payload)? Fact(Entry entry) => entry switch
    {
        Logged { Payload: { } payload } logged => (logged.Event, payload),
        Told told => (told.Event, told.Payload),
        _ => null,
    };

    private Dictionary<string, (string Instance, string Name, string? Box)> Pages(string sql)
    {
        var pages = new Dictionary<string, (string, string, string?)>();
        foreach (var row in Query(sql)) pages[row[0]] = (row[1], row[2], BoxOf(row[3]));
        return pages;
    }

    private static string? BoxOf(string data) => data.Length > 0 && JsonDocument.Parse(data).RootElement.TryGetProperty("box", out var box) ? box.GetString() : null;

    private List<string> Rows() => [.. Projections.SelectMany(table => Query($"SELECT * FROM {table} ORDER BY 1, 2, 3").Select(row => $"{table}: {string.Join(" | ", row)}"))];

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Texts of this class.")]
    private List<string[]> Query(string sql)
    {
        using var db = _host.Services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContext();
        db.Database.OpenConnection();
        var connection = db.Database.GetDbConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)!)]);
        return rows;
    }

    private sealed class HostOn((string, string)[] settings) : TestHost(settings);
}
