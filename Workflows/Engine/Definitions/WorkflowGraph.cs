using System.Security.Cryptography;
using System.Text;

namespace Gongtui.Engine.Definitions;

/// <summary>A definition version compiled for running: built once, immutable, shared by every run and thread.</summary>
public sealed class WorkflowGraph
{
    private readonly Dictionary<string, ActivityNode> byId;

    internal WorkflowGraph(WorkflowDefinition definition, ActivityNode root, IReadOnlyList<ActivityNode> nodes,
        IReadOnlyList<VariableDeclaration> variables, IReadOnlyList<ArgumentDeclaration> inputs, IReadOnlyList<DefinitionFault> faults,
        IReadOnlyList<WorkflowDefinition> sections)
    {
        Definition = definition;
        DefinitionId = definition.DefinitionId;
        VersionId = definition.VersionId;
        Version = definition.Version;
        Hash = HashOf(definition, sections);
        Sections = sections;
        Root = root;
        Nodes = nodes;
        Variables = variables;
        Inputs = inputs;
        Faults = faults;
        byId = nodes.ToDictionary(n => n.Id);
    }

    public WorkflowDefinition Definition { get; }
    public string DefinitionId { get; }
    public string VersionId { get; }
    public int Version { get; }

    /// <summary>Definitions that run inside this one as activities, once for each use.</summary>
    public IReadOnlyList<WorkflowDefinition> Sections { get; }

    /// <summary>Hash of the canonical document and of those of its sections; the journal of every run begins with it.</summary>
    public string Hash { get; }
    public ActivityNode Root { get; }
    public IReadOnlyList<ActivityNode> Nodes { get; }
    public IReadOnlyList<VariableDeclaration> Variables { get; }
    public IReadOnlyList<ArgumentDeclaration> Inputs { get; }

    /// <summary>What keeps this definition from running: unknown activity types, expressions that do not parse. Empty when it can run.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; }

    private static string HashOf(WorkflowDefinition definition, IReadOnlyList<WorkflowDefinition> sections) => sections.Count == 0
        ? definition.Hash()
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sections.Prepend(definition).Select(part => part.Hash())))));

    public ActivityNode? Find(string activityId) => byId.GetValueOrDefault(activityId);

    public ActivityNode? FindByName(string name) => byId.GetValueOrDefault(name) ?? Nodes.FirstOrDefault(n => n.Activity.Name == name);
}

/// <summary>An activity in its place in the graph.</summary>
public sealed class ActivityNode
{
    internal ActivityNode(int slot, IActivity activity, ActivityNode? parent, string? port)
    {
        (Slot, Activity, Parent, Port) = (slot, activity, parent, port);
        Id = activity.Id;
        NodeId = activity.NodeId;
    }

    /// <summary>Position in the graph's list of nodes.</summary>
    public int Slot { get; }
    public string Id { get; }

    /// <summary>Elsa's path of ids from the root, joined by colons.</summary>
    public string NodeId { get; }
    public IActivity Activity { get; }
    public ActivityNode? Parent { get; }

    /// <summary>Name of the parent's port that holds this activity; null for members of a container.</summary>
    public string? Port { get; }
    public IReadOnlyList<ActivityNode> Children { get; internal set; } = [];
    public IReadOnlyList<VariableDeclaration> Variables { get; internal set; } = [];

    /// <summary>The definition that runs here as an activity; null for every other node.</summary>
    public WorkflowDefinition? Section { get; internal init; }

    internal Input[] Inputs { get; set; } = [];
    internal Flow.FlowGraph? Flow { get; set; }
}

/// <summary>A variable of the definition or of a container.</summary>
public sealed record VariableDeclaration(string Id, string Name, string TypeName, object? Initial)
{
    /// <summary>Brings a value into the declared type; a value that does not fit stays as it is, as in Elsa.</summary>
    public object? Coerce(object? value)
    {
        var type = TypeName switch
        {
            "String" => typeof(string),
            "Boolean" => typeof(bool),
            "Int32" or "Int64" or "Int16" => typeof(long),
            "Double" or "Single" or "Decimal" => typeof(double),
            _ => null,
        };
        if (type is null || value is null)
            return TypeName is "Object" or "" || value is not string text || text.TrimStart() is not ['[' or '{', ..] ? value : ParseJson(text);
        try
        {
            return Values.Normalize(Values.To(value, type));
        }
        catch (InvalidCastException)
        {
            return value;
        }
    }

    private static object? ParseJson(string text)
    {
        try
        {
            return Values.FromJson(System.Text.Json.JsonElement.Parse(text));
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}

/// <summary>A declared input of a definition.</summary>
public sealed record ArgumentDeclaration(string Name, string TypeName);
