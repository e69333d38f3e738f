using System.Globalization;
using System.Text.Json;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Setup;

/// <summary>Fills an empty installation with the demo's invented units and people, and restores the demo's clock.</summary>
public sealed class DemoSeed(GongtuiDb db, PeopleDirectory people, ElectionClock clock, NodeNews news)
{
    private const string ClockKey = "demo-clock-offset";
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public async Task LoadAsync()
    {
        if (await db.Settings.FindAsync(ClockKey) is { } offset)
            clock.TryMoveTo(TimeSpan.FromTicks(long.Parse(offset.Value, CultureInfo.InvariantCulture)));
        if (await db.People.AnyAsync()) return;
        var seed = Read();
        db.Units.AddRange(seed.Units.Select(unit =>
            new UnitRow { Id = unit.Id, NameZh = unit.Zh, NameEn = unit.En, Parent = unit.Parent }));
        foreach (var person in seed.People)
        {
            db.People.Add(new PersonRow
            {
                Id = person.Id,
                Name = person.Name,
                Mark = person.Mark,
                Unit = person.Unit,
                Standing = Enum.Parse<Standing>(person.Standing, ignoreCase: true),
                Post = person.Post,
                Strokes = person.Strokes,
                Born = person.Unit is null ? null : BirthdayOf(person.Id),
                Stamp = Guid.NewGuid().ToString("N"),
            });
            db.Grants.AddRange((person.Roles ?? []).Select(role => GrantOf(person.Id, role)));
        }

        await db.SaveChangesAsync();
        people.Forget();
    }

    /// <summary>Moves the demo's clock forward. The new offset is stored first: after a crash history must not run backwards.</summary>
    public async Task MoveClockAsync(TimeSpan forward)
    {
        var offset = clock.Offset + forward;
        var text = offset.Ticks.ToString(CultureInfo.InvariantCulture);
        if (await db.Settings.FindAsync(ClockKey) is { } row) row.Value = text;
        else db.Settings.Add(new SettingRow { Key = ClockKey, Value = text });
        await db.SaveChangesAsync();
        clock.TryMoveTo(offset);
        news.Tell(NodeNews.DemoClock, text);
    }

    /// <summary>Between 1966 and 1998, the same for an id on every machine.</summary>
    private static DateOnly BirthdayOf(string id) =>
        new DateOnly(1966, 1, 1).AddDays((int)(id.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) % 11_900));

    private static GrantRow GrantOf(string person, string role)
    {
        var parts = role.Split('@');
        return new GrantRow { Person = person, Role = parts[0], Unit = parts.Length > 1 ? parts[1] : "" };
    }

    private static Seed Read()
    {
        using var stream = typeof(DemoSeed).Assembly.GetManifestResourceStream("seeds/demo.json")!;
        return JsonSerializer.Deserialize<Seed>(stream, Format)!;
    }

    private sealed record Seed(List<SeedUnit> Units, List<SeedPerson> People);

    private sealed record SeedUnit(string Id, string Zh, string En, string? Parent);

    private sealed record SeedPerson(
        string Id, string Name, string? Mark, string? Unit, string Standing, string? Post, int Strokes, List<string>? Roles);
}
