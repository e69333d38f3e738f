using System.Collections.Frozen;

namespace Gongtui.Host.Procedures.Texts;

/// <summary>The short names by which definitions call CLR types, as Elsa's.</summary>
public static class TypeNames
{
    private static readonly FrozenDictionary<Type, string> Known = new Dictionary<Type, string>
    {
        [typeof(object)] = "Object",
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(int)] = "Int32",
        [typeof(long)] = "Int64",
        [typeof(float)] = "Single",
        [typeof(double)] = "Double",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "Guid",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(DateOnly)] = "DateOnly",
        [typeof(TimeOnly)] = "TimeOnly",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(ICollection<string>)] = "List<String>",
        [typeof(IDictionary<string, object>)] = "ObjectDictionary",
    }.ToFrozenDictionary();

    /// <summary>The alias of a type; its bare name where it has none.</summary>
    public static string Of(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return Known.GetValueOrDefault(bare) ?? bare.Name;
    }

    /// <summary>The type of the values that an input carries: T of Input&lt;T&gt;, else the property's own.</summary>
    public static Type ValueOf(Type property) => property.IsGenericType ? property.GetGenericArguments()[0] : property;
}
