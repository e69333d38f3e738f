using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Flow;
using Gongtui.Host.Elections;
using Gongtui.Host.Kernel;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>The palette: what the editor may draw, in both languages, made once from the activities' own attributes.</summary>
/// <remarks>It holds what the kernel can run and nothing else; containers, the placeholder of unknown activities and the many-way switch, whose
/// editor loses entries (STUDIO §10.18), are described without being offered.</remarks>
internal sealed class ActivityDescriptors
{
    private static readonly Type[] NotOffered = [typeof(Flowchart), typeof(Sequence), typeof(FlowSwitch)];
    private static readonly string[] Languages = ["zh", "en"];
    private readonly Dictionary<string, JsonArray> _fixed;
    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly SectionDescriptors _sections;
    private readonly GraphCatalog _procedures;

    public ActivityDescriptors(ActivityRegistry registry, SectionDescriptors sections, GraphCatalog procedures)
    {
        (_sections, _procedures) = (sections, procedures);
        _fixed = Languages.ToDictionary(
            language => language,
            language => new JsonArray([.. registry.All.Select(type => Describe(type, language)), Workflow(language), NotFound(language)]));
    }

    /// <summary>The whole list as JSON bytes with a tag that changes with them: the editor asks for it after every save.</summary>
    public (byte[] Json, string Tag) All(string language) => (Now(language).Json, Now(language).Tag);

    /// <summary>One descriptor, of the newest version unless another is asked for; null for a type or a version that is not there.</summary>
    public JsonObject? Find(string type, int? version, string language) =>
        Now(language).Items.OfType<JsonObject>().LastOrDefault(item =>
            (string?)item["typeName"] == type && (version is null || (int)item["version"]! == version))?.DeepClone().AsObject();

    private Answer Now(string language)
    {
        var generation = _procedures.Generation;
        if (_answers.TryGetValue(language, out var known) && known.Generation == generation) return known;
        var items = _fixed[language].DeepClone().AsArray();
        var taken = items.Select(item => (string?)item!["typeName"]).ToHashSet();
        foreach (var section in _sections.All(language).Where(section => !taken.Contains((string?)section["typeName"]))
            .DistinctBy(section => ((string?)section["typeName"], (int)section["version"]!))) items.Add(section);
        var json = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["items"] = items.DeepClone(), ["count"] = items.Count }, ElsaAnswer.Options);
        return _answers[language] = new Answer(generation, items, json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 8))}\"");
    }

    private static JsonObject Describe(ActivityType type, string language)
    {
        var clr = type.Type;
        var attribute = clr.GetCustomAttribute<ActivityAttribute>() ?? new ActivityAttribute();
        var ours = type.Name.StartsWith("Gongtui.", StringComparison.Ordinal);
        var english = attribute.DisplayName ?? InputDescriptors.Spoken(clr.Name);
        var name = ours ? TwoLanguages.Name(english) : FlowWords.Name(type.Name, english);
        var description = ours ? TwoLanguages.Description(attribute.Description ?? "") : FlowWords.Description(type.Name, attribute.Description ?? "");
        var inputs = type.Inputs.Concat(type.Plain).ToList();
        var initial = new JsonObject();
        foreach (var input in inputs)
            if (InputDescriptors.Initial(input) is { } value) initial[input.Name] = value;
        return Descriptor(
            type.Name, ours ? name.In(language) : clr.Name, type.Version, PaletteGroups.Of(clr).In(language), name.In(language), description.In(language),
            [.. inputs.Select(input => InputDescriptors.Of(input, type.Name, language))],
            [.. type.Outputs.Select(InputDescriptors.Output)],
            attribute.Kind.ToString(), [.. Ports(type, language)], initial,
            isContainer: clr == typeof(Flowchart) || clr == typeof(Sequence),
            isBrowsable: !NotOffered.Contains(clr),
            isStart: typeof(IStartNode).IsAssignableFrom(clr),
            isTerminal: typeof(ITerminalNode).IsAssignableFrom(clr));
    }

    /// <summary>Where no way out is named the editor draws one by itself, which is called "Done" in every language; so it is named.</summary>
    private static IEnumerable<JsonNode> Ports(ActivityType type, string language)
    {
        var ends = type.Type.IsAssignableTo(typeof(ITerminalNode)) || type.Type == typeof(Flowchart) || type.Type == typeof(Sequence);
        foreach (var outcome in type.Type.GetCustomAttribute<FlowNodeAttribute>()?.Outcomes ?? (ends ? [] : ["Done"]))
            yield return Port(outcome, StepNames.Outcome(outcome).In(language), "Flow");
        foreach (var port in type.Ports)
            yield return Port(port.Name, (port.Name, language) switch { ("Then", "zh") => "成立", ("Else", "zh") => "不成立", _ => port.Name }, "Embedded");
    }

    private static JsonObject Port(string name, string displayName, string type) =>
        new() { ["name"] = name, ["displayName"] = displayName, ["type"] = type, ["isBrowsable"] = true };

    private static JsonObject Workflow(string language) => Descriptor(
        "Elsa.Workflow", "Workflow", 1, PaletteGroups.Flow.In(language), language == "zh" ? "程序" : "Workflow", "", [], [], "Action", [], [],
        isContainer: false, isBrowsable: false, isStart: false, isTerminal: false);

    private static JsonObject NotFound(string language) => Descriptor(
        Procedures.Texts.MissingActivities.Placeholder, "NotFoundActivity", 1, PaletteGroups.Flow.In(language),
        language == "zh" ? "未知环节" : "Unknown activity",
        language == "zh" ? "这个环节的类型在本系统中不存在；可以保存，不能发布。" : "A step whose type is not known here; it can be saved but not published.",
        [], [], "Action", [], [], isContainer: false, isBrowsable: false, isStart: false, isTerminal: false);

    private sealed record Answer(int Generation, JsonArray Items, byte[] Json, string Tag);

    private static JsonObject Descriptor(
        string typeName, string name, int version, string category, string displayName, string description, JsonArray inputs, JsonArray outputs, string kind,
        JsonArray ports, JsonObject constructionProperties, bool isContainer, bool isBrowsable, bool isStart, bool isTerminal) => new()
    {
        ["typeName"] = typeName,
        ["clrType"] = typeName,
        ["namespace"] = typeName[..typeName.LastIndexOf('.')],
        ["name"] = name,
        ["version"] = version,
        ["category"] = category,
        ["displayName"] = displayName,
        ["description"] = description,
        ["inputs"] = inputs,
        ["outputs"] = outputs,
        ["kind"] = kind,
        ["runAsynchronously"] = false,
        ["ports"] = ports,
        ["customProperties"] = new JsonObject(),
        ["constructionProperties"] = constructionProperties,
        ["isContainer"] = isContainer,
        ["isBrowsable"] = isBrowsable,
        ["isStart"] = isStart,
        ["isTerminal"] = isTerminal,
    };
}
