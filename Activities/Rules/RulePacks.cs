using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules;

/// <summary>The rule packs that ship with the product, read once from the embedded files in Rules/Packs.</summary>
public static class RulePacks
{
    /// <summary>Family of the primary organisations of the Party.</summary>
    public const string Primary = "primary";

    private static readonly Dictionary<string, RulePack> Packs = Load();

    /// <summary>All packs, by id.</summary>
    public static IReadOnlyCollection<RulePack> All => Packs.Values;

    /// <summary>The pack, or null when there is none of that id.</summary>
    public static RulePack? ById(string id) => Packs.GetValueOrDefault(id);

    /// <summary>The pack of a family in force on a date, or null before the first.</summary>
    public static RulePack? InForce(DateOnly date, string family = Primary) =>
        Packs.Values.FirstOrDefault(pack => pack.Family == family && pack.IsInForce(date));

    private static Dictionary<string, RulePack> Load() => EmbeddedJson
        .Read("Gongtui.Activities.Rules.Packs.", RulesJson.Default.RulePack)
        .OrderBy(pack => pack.Id, StringComparer.Ordinal)
        .ToDictionary(pack => pack.Id, StringComparer.Ordinal);
}

/// <summary>JSON of rule packs, calendars and plan parameters; source-generated, names in camelCase, enums as words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RulePack))]
[JsonSerializable(typeof(CalendarYear))]
internal sealed partial class RulesJson : JsonSerializerContext;

/// <summary>Reads the data files that are embedded in this assembly.</summary>
internal static class EmbeddedJson
{
    public static IEnumerable<T> Read<T>(string prefix, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize(stream, type)!;
        }
    }
}
