namespace Gongtui.Workflows.Policy;

/// <summary>A required step of the policy as <c>features/policy</c> words it.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Article">What the feature says about where the demand comes from.</param>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Demands">Its Then sentences.</param>
public sealed record PolicyScenario(string Feature, string Article, string Name, IReadOnlyList<string> Demands)
{
    /// <summary>What findings call it.</summary>
    public string Rule => $"{Feature} · {Name}";
}
