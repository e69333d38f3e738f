using System.Text.Json;
using System.Text.RegularExpressions;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Studio;

/// <summary>Icons and colours of the steps in the editor.</summary>
public sealed partial class IconTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public void Every_step_of_ours_has_an_icon_of_its_own_and_a_colour()
    {
        using var icons = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceFiles.Root, "Host", "Studio", "Page", "icons.json")));
        var drawn = icons.RootElement.EnumerateObject().ToDictionary(icon => icon.Name, icon => icon.Value);
        var steps = host.Services.GetRequiredService<ActivityRegistry>().All.Select(type => type.Name).Where(name => name.StartsWith("Gongtui.", StringComparison.Ordinal));

        Assert.Equal(steps.Order(StringComparer.Ordinal), drawn.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(drawn.Count, drawn.Values.Select(icon => icon.GetProperty("strokes").GetString()).Distinct().Count());
        Assert.All(drawn.Values, icon => Assert.Matches(Colour(), icon.GetProperty("colour").GetString()));
        Assert.All(drawn.Values, icon => Assert.Matches(Strokes(), icon.GetProperty("strokes").GetString()));
    }

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Colour();

    /// <summary>Nothing but the commands of a path: the text becomes part of a style sheet.</summary>
    [GeneratedRegex(@"^[MLHVZACQTSmlhvzacqts0-9 .\-]+$")]
    private static partial Regex Strokes();
}
