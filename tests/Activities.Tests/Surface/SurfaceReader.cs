using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Gongtui.Activities.Tests.Surface;

/// <summary>Reads from a compiled assembly which types and members of another one it names, one line each, as C# would write them.</summary>
internal static class SurfaceReader
{
    public static IReadOnlyList<string> Of(string user, string used)
    {
        using var file = new PEReader(File.OpenRead(user));
        var metadata = file.GetMetadataReader();
        var names = new SignatureNames();
        var types = metadata.TypeReferences.Where(type => ScopeOf(metadata, type) == used).ToDictionary(type => type, type => names.GetTypeFromReference(metadata, type, 0));
        var lines = new SortedSet<string>(types.Values, StringComparer.Ordinal);
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (ParentOf(metadata, member, names) is { } parent && types.Values.Any(type => parent == type || parent.StartsWith(type + "<", StringComparison.Ordinal)))
                lines.Add($"{Open(parent)}.{Named(metadata, member, names)}");
        }

        return [.. lines];
    }

    private static string? ScopeOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            HandleKind.TypeReference => ScopeOf(metadata, (TypeReferenceHandle)scope),
            _ => null,
        };
    }

    private static string? ParentOf(MetadataReader metadata, MemberReference member, SignatureNames names) => member.Parent.Kind switch
    {
        HandleKind.TypeReference => names.GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0),
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(names, null),
        _ => null,
    };

    /// <summary>Which closed type of a generic one was used says nothing about the surface.</summary>
    private static string Open(string type) => type.Contains('<', StringComparison.Ordinal) ? type[..type.IndexOf('<', StringComparison.Ordinal)] + "<>" : type;

    private static string Named(MetadataReader metadata, MemberReference member, SignatureNames names)
    {
        var name = metadata.GetString(member.Name);
        if (member.GetKind() == MemberReferenceKind.Field)
            return $"{name} : {member.DecodeFieldSignature(names, null)}";
        var signature = member.DecodeMethodSignature(names, null);
        return $"{name}({string.Join(", ", signature.ParameterTypes)}) : {signature.ReturnType}";
    }
}
