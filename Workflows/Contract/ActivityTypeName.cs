using System.Reflection;
using Elsa.Workflows.Attributes;

namespace Elsa.Workflows;

/// <summary>The name under which an activity type is stored: the attribute's namespace and type, as Elsa builds it.</summary>
internal static class ActivityTypeName
{
    public static string Of(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>();
        var ns = attribute?.Namespace ?? type.Namespace;
        var name = attribute?.Type ?? type.Name;
        return ns is null ? name : $"{ns}.{name}";
    }
}
