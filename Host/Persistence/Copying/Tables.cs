using Gongtui.Host.Persistence.Boxes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>The tables of an installation: those of the model as the model has them, and the ones of journals and boxes, of which it does not know.</summary>
internal static class Tables
{
    /// <summary>What belongs to a place, not to an installation: its sign-in keys, its set-up code, the public half of its nodes' key, where it was moved.</summary>
    private const string Belonging = "\"key\" NOT IN ('moved', 'setup-code', 'office-key') AND \"key\" NOT LIKE 'data-protection/%'";

    /// <summary>Journals, snapshots, timers, outbox: the migrations called Journal.</summary>
    public static IReadOnlyList<Table> Journals { get; } =
    [
        new("\"instance\"", [Number("number"), Text("name"), Number("last")], ["number"], "number"),
        new("\"journal\"", [Number("id"), Number("instance"), Number("first"), Number("last"), Bytes("lines"), Bytes("hash")], ["id"], "id"),
        new("\"snapshot\"", [Number("instance"), Number("sequence"), Bytes("hash"), Bytes("state")], ["instance", "sequence"]),
        new("\"timer\"", [Number("instance"), Text("bookmark"), Number("due")], ["instance", "bookmark"]),
        new("\"outbox\"", [Number("id"), Number("instance"), Number("sequence")], ["id"], "id"),
    ];

    /// <summary>Without quotes: sessions of boxes put their schema before the names.</summary>
    public static IReadOnlyList<Table> Boxes { get; } =
    [
        new("box", [Number("id"), Text("name"), Number("state"), Number("electors"), Number("marked"), Number("submitted"), Bytes("root")], ["id"], "id"),
        new("elector", [Number("box"), Text("person"), Number("place")], ["box", "place"]),
        new("marked_roll", [Number("box"), Number("part"), Bytes("bits")], ["box", "part"]),
        new("sheet", [Number("box"), Bytes("key"), Bytes("salt"), Bytes("content")], ["box", "key"]),
    ];

    /// <summary>The same without a box that is not sealed, and without anything of it (BALLOT 4).</summary>
    public static IReadOnlyList<Table> SealedBoxes { get; } =
    [
        .. Boxes.Select(table => table with
        {
            Where = table.Name == "box" ? $"state = {BoxState.Scrubbed}" : $"box IN (SELECT id FROM box WHERE state = {BoxState.Scrubbed})",
        }),
    ];

    /// <summary>Everything that is not a ballot.</summary>
    public static IReadOnlyList<Table> Of(IModel model) => [.. model.GetEntityTypes().Select(Of).OrderBy(table => table.Name, StringComparer.Ordinal), .. Journals];

    private static Table Of(IEntityType type)
    {
        var key = type.FindPrimaryKey()!.Properties;
        var counted = key is [{ ValueGenerated: ValueGenerated.OnAdd } number] && KindOf(number) == ColumnKind.Number ? number.GetColumnName() : null;
        var name = type.GetTableName()!;
        return new(
            $"\"{name}\"", [.. type.GetProperties().Select(property => new Column(property.GetColumnName(), KindOf(property)))], [.. key.Select(property => property.GetColumnName())],
            counted, name == "setting" ? Belonging : null);
    }

    private static ColumnKind KindOf(IProperty property)
    {
        var stored = property.FindTypeMapping()?.Converter?.ProviderClrType ?? property.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return stored == typeof(long) ? ColumnKind.Number
            : stored == typeof(int) ? ColumnKind.Small
            : stored == typeof(bool) ? ColumnKind.Flag
            : stored == typeof(string) ? ColumnKind.Text
            : stored == typeof(byte[]) ? ColumnKind.Bytes
            : stored == typeof(DateOnly) ? ColumnKind.Date
            : throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name}: {stored}");
    }

    private static Column Number(string name) => new(name, ColumnKind.Number);

    private static Column Text(string name) => new(name, ColumnKind.Text);

    private static Column Bytes(string name) => new(name, ColumnKind.Bytes);
}
