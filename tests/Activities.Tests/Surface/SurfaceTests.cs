using Xunit;

namespace Gongtui.Activities.Tests.Surface;

/// <summary>The activities compile against Elsa's own packages only as long as they use nothing that Elsa does not have.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void Activities_use_no_name_of_the_engine_that_is_not_on_the_list_of_Elsas()
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "ElsaSurface.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').ToArray();

        string[] used = [.. SurfaceReader.Of(typeof(Text).Assembly.Location, "Gongtui.Contract"), .. AttributeSettings()];

        Assert.Empty(used.Except(listed));
        Assert.Empty(listed.Except(used));
        Assert.All(listed, line => Assert.StartsWith("Elsa.", line, StringComparison.Ordinal));
    }

    /// <summary>What is set inside of an attribute's brackets is no reference to a member in the compiled assembly.</summary>
    private static IEnumerable<string> AttributeSettings() => typeof(Text).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributesData().Concat(type.GetProperties().SelectMany(property => property.GetCustomAttributesData())))
        .Where(attribute => attribute.AttributeType.Namespace!.StartsWith("Elsa.", StringComparison.Ordinal))
        .SelectMany(attribute => attribute.NamedArguments.Select(argument => $"{attribute.AttributeType.FullName}.{argument.MemberName} ="))
        .Distinct(StringComparer.Ordinal);
}
