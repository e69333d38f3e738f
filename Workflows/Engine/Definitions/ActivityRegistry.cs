using System.Reflection;

namespace Gongtui.Engine.Definitions;

/// <summary>The activity types that can be run, by their stored name.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, ActivityType> types = [];

    /// <summary>Takes every public, concrete activity of the assemblies; the kernel's own come always.</summary>
    public ActivityRegistry(params Assembly[] assemblies)
    {
        foreach (var type in assemblies.Append(typeof(ActivityRegistry).Assembly).Distinct().SelectMany(a => a.GetTypes()))
        {
            if (type is { IsAbstract: false, IsPublic: true, IsGenericTypeDefinition: false } && typeof(IActivity).IsAssignableFrom(type) && type != typeof(Flow.NotFoundActivity))
                types[ActivityTypeName.Of(type)] = new ActivityType(type);
        }
    }

    public IEnumerable<ActivityType> All => types.Values;

    public ActivityType? Find(string typeName) => types.GetValueOrDefault(typeName);
}

/// <summary>What reflection tells of one activity type.</summary>
public sealed class ActivityType
{
    private readonly ConstructorInfo constructor;

    internal ActivityType(Type type)
    {
        Type = type;
        Name = ActivityTypeName.Of(type);
        Version = type.GetCustomAttribute<ActivityAttribute>()?.Version ?? 1;
        constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(c => c.GetParameters().All(p => p.IsOptional))
            .MinBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{type} has no constructor without required parameters.");
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
        Inputs = [.. properties.Where(p => typeof(Input).IsAssignableFrom(p.PropertyType))];
        Plain = [.. properties.Where(p => p.GetCustomAttribute<InputAttribute>() is not null && !typeof(Input).IsAssignableFrom(p.PropertyType))];
        Outputs = [.. properties.Where(p => typeof(Output).IsAssignableFrom(p.PropertyType))];
        Ports = [.. properties.Where(p => p.GetCustomAttribute<PortAttribute>() is not null && typeof(IActivity).IsAssignableFrom(p.PropertyType))];
    }

    public Type Type { get; }
    public string Name { get; }
    public int Version { get; }

    /// <summary>Inputs given by an expression.</summary>
    public IReadOnlyList<PropertyInfo> Inputs { get; }

    /// <summary>Inputs stored as bare values.</summary>
    public IReadOnlyList<PropertyInfo> Plain { get; }
    public IReadOnlyList<PropertyInfo> Outputs { get; }

    /// <summary>Properties that hold one embedded activity.</summary>
    public IReadOnlyList<PropertyInfo> Ports { get; }

    internal IActivity Create() =>
        (IActivity)constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue is DBNull ? null : p.DefaultValue)]);
}
