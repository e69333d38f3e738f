using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Procedures.Texts;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>Describes the inputs of an activity for the editor.</summary>
internal static class InputDescriptors
{
    public static JsonObject Of(PropertyInfo property, string activityType, string language)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>() ?? new InputAttribute();
        var wrapped = typeof(Input).IsAssignableFrom(property.PropertyType);
        var type = TypeNames.ValueOf(property.PropertyType);
        var hint = attribute.UIHint ?? HintFor(type);
        var (name, description) = Words(property, attribute, activityType);
        var json = new JsonObject
        {
            ["isWrapped"] = wrapped,
            ["uiHint"] = hint,
            ["isReadOnly"] = attribute.IsReadOnly,
            ["isSensitive"] = false,
            ["autoEvaluate"] = attribute.AutoEvaluate,
            ["uiSpecifications"] = Specifications(property.Name, hint, type, attribute, language),
            ["name"] = property.Name,
            ["typeName"] = wrapped || type.IsPrimitive ? TypeNames.Of(type) : TypeNames.Of(property.PropertyType),
            ["displayName"] = name.In(language),
            ["description"] = description.In(language),
            ["order"] = attribute.Order,
            ["isBrowsable"] = attribute.IsBrowsable,
            ["isSerializable"] = true,
            ["isSynthetic"] = false,
        };
        if (attribute.Category is { } category) json["category"] = TwoLanguages.Name(category).In(language);
        if (attribute.DefaultSyntax is { } syntax) json["defaultSyntax"] = syntax;
        if (attribute.DefaultValue is { } value) json["defaultValue"] = JsonSerializer.SerializeToNode(value is Enum ? value.ToString() : value, ElsaAnswer.Options);
        return json;
    }

    /// <summary>What a new node begins with: the editor shows a descriptor's default but does not store it.</summary>
    public static JsonObject? Initial(PropertyInfo property)
    {
        if (!typeof(Input).IsAssignableFrom(property.PropertyType)) return null;
        var attribute = property.GetCustomAttribute<InputAttribute>();
        var type = TypeNames.Of(TypeNames.ValueOf(property.PropertyType));
        if (attribute?.UIHint == InputUIHints.DynamicOutcomes) return Value(type, "Object", "[\"1\",\"2\"]");
        return attribute?.DefaultValue is { } value ? Value(type, "Literal", Convert.ToString(value, CultureInfo.InvariantCulture)!) : null;
    }

    public static JsonObject Output(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<OutputAttribute>() ?? new OutputAttribute();
        var json = new JsonObject
        {
            ["name"] = property.Name,
            ["typeName"] = property.PropertyType.IsGenericType ? TypeNames.Of(TypeNames.ValueOf(property.PropertyType)) : "Object",
            ["displayName"] = attribute.DisplayName ?? property.Name,
            ["order"] = 0,
            ["isBrowsable"] = attribute.IsBrowsable,
            ["isSerializable"] = true,
            ["isSynthetic"] = false,
        };
        if (attribute.Description is { } description) json["description"] = description;
        return json;
    }

    /// <summary>The choices of an input that has any.</summary>
    public static JsonObject Specifications(string input, string hint, Type type, InputAttribute attribute, string language)
    {
        var values = attribute.Options as IEnumerable<string> ?? (type.IsEnum ? Enum.GetNames(type) : []);
        var items = new JsonArray([.. values.Select(value => new JsonObject { ["text"] = OptionWords.Of(input, value).In(language), ["value"] = value })]);
        return (hint, items.Count) switch
        {
            (_, 0) => [],
            (InputUIHints.DropDown, _) => new() { ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = items } } },
            (InputUIHints.CheckList, _) => new() { ["checklist"] = new JsonObject { ["checkList"] = new JsonObject { ["items"] = items, ["isFlagsEnum"] = false } } },
            (InputUIHints.RadioList, _) => new() { ["radiolist"] = new JsonObject { ["radioList"] = new JsonObject { ["items"] = items } } },
            _ => [],
        };
    }

    /// <summary>Ours carry both languages, and their own ones the source of their step; the kernel's are English and are put into Chinese here.</summary>
    private static (Text Name, Text Description) Words(PropertyInfo property, InputAttribute attribute, string activityType)
    {
        var spoken = attribute.DisplayName ?? Spoken(property.Name);
        if (activityType.StartsWith("Elsa.", StringComparison.Ordinal))
            return (FlowWords.InputName(property.Name, spoken), FlowWords.InputDescription(property.Name, attribute.Description ?? ""));
        var description = TwoLanguages.Description(attribute.Description ?? "");
        if (StepCatalog.Find(activityType) is not { } step) return (TwoLanguages.Name(spoken), description);
        return (TwoLanguages.Name(spoken), new($"{description.Zh} 依据：{step.Origin.Zh}。", $"{description.En} Rule: {step.Origin.En}."));
    }

    private static string HintFor(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(bool) ? InputUIHints.Checkbox
            : bare.IsEnum ? InputUIHints.DropDown
            : bare == typeof(DateTimeOffset) || bare == typeof(DateTime) ? InputUIHints.DateTimePicker
            : typeof(IDictionary).IsAssignableFrom(bare) || bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(IDictionary<,>) ? InputUIHints.JsonEditor
            : bare != typeof(string) && typeof(IEnumerable).IsAssignableFrom(bare) ? InputUIHints.MultiText
            : InputUIHints.SingleLine;
    }

    /// <summary>EventName: Event name.</summary>
    internal static string Spoken(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    private static JsonObject Value(string type, string syntax, string value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = syntax, ["value"] = value } };
}
