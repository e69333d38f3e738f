namespace Elsa.Workflows.Attributes
{
    /// <summary>Names an activity type in the palette and in stored definitions.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class ActivityAttribute : Attribute
    {
        public ActivityAttribute()
        {
        }

        public ActivityAttribute(string @namespace, string? category, string? description = null)
        {
            Namespace = @namespace;
            Category = category;
            Description = description;
        }

        public ActivityAttribute(string @namespace, string? description = null)
        {
            Namespace = @namespace;
            Category = @namespace;
            Description = description;
        }

        public string? Namespace { get; set; }
        public string? Type { get; set; }
        public int Version { get; set; } = 1;
        public string? Description { get; set; }
        public string? DisplayName { get; set; }
        public string? Category { get; set; }
        public ActivityKind Kind { get; set; } = ActivityKind.Action;
    }

    /// <summary>Describes an input property for the editor.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class InputAttribute : Attribute
    {
        public string? Name { get; set; }
        public string? UIHint { get; set; }
        public string? DisplayName { get; set; }
        public string? Description { get; set; }
        public string? Category { get; set; }
        public object? Options { get; set; }
        public float Order { get; set; }
        public object? DefaultValue { get; set; }
        public string? DefaultSyntax { get; set; }
        public bool IsReadOnly { get; set; }
        public bool IsBrowsable { get; set; } = true;
        public bool AutoEvaluate { get; set; } = true;
    }

    /// <summary>Describes an output property for the editor.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class OutputAttribute : Attribute
    {
        public string? Name { get; set; }
        public string? DisplayName { get; set; }
        public string? Description { get; set; }
        public bool IsBrowsable { get; set; } = true;
    }

    /// <summary>Marks a property that holds an embedded activity.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class PortAttribute : Attribute
    {
        public PortAttribute(string? name = null)
        {
            Name = name;
            DisplayName = name;
        }

        public string? Name { get; }
        public string? DisplayName { get; set; }
    }
}

namespace Elsa.Workflows.Activities.Flowchart.Attributes
{
    /// <summary>Lists the fixed outcomes of an activity on a flowchart.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class FlowNodeAttribute(params string[] outcomes) : Attribute
    {
        public ICollection<string> Outcomes { get; } = outcomes;
    }
}

namespace Elsa.Workflows.UIHints
{
    /// <summary>Names of the editors that the designer offers for an input.</summary>
    public static class InputUIHints
    {
        public const string SingleLine = "singleline";
        public const string MultiLine = "multiline";
        public const string Checkbox = "checkbox";
        public const string CheckList = "checklist";
        public const string RadioList = "radiolist";
        public const string DropDown = "dropdown";
        public const string MultiText = "multitext";
        public const string CodeEditor = "code-editor";
        public const string JsonEditor = "json-editor";
        public const string DateTimePicker = "datetime-picker";
        public const string VariablePicker = "variable-picker";
        public const string OutputPicker = "output-picker";
        public const string WorkflowDefinitionPicker = "workflow-definition-picker";
        public const string DynamicOutcomes = "dynamic-outcomes";
    }
}
