using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules;

/// <summary>What a rule says about given numbers: the answer with its proof.</summary>
/// <param name="Holds">Whether the rule is satisfied.</param>
/// <param name="Rule">DOMAIN id, F1 to F22.</param>
/// <param name="Article">Source of the rule.</param>
/// <param name="Inequality">The relation that the rule demands, with the numbers filled in, such as "2×24=48 > 48";
/// it is printed whether it is true or not.</param>
/// <param name="Sentence">The same in words, and what is missing when it does not hold.</param>
public sealed record Verdict(bool Holds, string Rule, Article Article, string Inequality, Text Sentence)
{
    /// <summary>One line of proof: sentence, inequality with its truth, and article.</summary>
    [JsonIgnore]
    public Text Line => new(
        $"{Sentence.Zh}（{Inequality} {Sign}；{Rule}，{Article.Display.Zh}）",
        $"{Sentence.En} ({Inequality} {Sign}; {Rule}, {Article.Display.En})");

    private string Sign => Holds ? "✓" : "✗";
}
