using Gherkin;
using Gherkin.Ast;

namespace Gongtui.Workflows.Policy;

/// <summary>The scenarios of <c>features/policy</c>, read by the official parser: the gate and the tests have no other source.</summary>
public static class PolicyBook
{
    private const string Folder = "policy/";

    /// <summary>In the order of the files. The English ones are translations of the Chinese ones and demand nothing more.</summary>
    public static IReadOnlyList<PolicyScenario> Scenarios { get; } = [.. Read("zh-CN")];

    /// <summary>The scenarios of one language.</summary>
    public static IEnumerable<PolicyScenario> Read(string language)
    {
        var assembly = typeof(PolicyBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            if (new Parser().Parse(text).Feature is not { } feature || feature.Language != language) continue;
            foreach (var scenario in feature.Children.OfType<Scenario>())
                yield return new(feature.Name, feature.Description?.Trim() ?? "", scenario.Name, [.. Demands(scenario)]);
        }
    }

    /// <summary>What follows "Then", with every "And" after it.</summary>
    private static IEnumerable<string> Demands(Scenario scenario) => scenario.Steps
        .SkipWhile(step => step.KeywordType != StepKeywordType.Outcome).Select(step => step.Text);
}
