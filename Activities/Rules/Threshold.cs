using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules;

/// <summary>A share that a part must reach: 不少于 (the number itself counts) or, strictly, 超过 (it does not).</summary>
public readonly record struct Threshold(Ratio Ratio, bool Strict)
{
    /// <summary>Whether <paramref name="part"/> reaches the share of <paramref name="whole"/>; exact.</summary>
    public bool IsMet(int part, int whole)
    {
        var (have, need) = Sides(part, whole);
        return Strict ? have > need : have >= need;
    }

    /// <summary>The least part that reaches the share of <paramref name="whole"/> (not negative).</summary>
    public int Minimum(int whole) => Strict
        ? checked((int)((long)whole * Ratio.Numerator / Ratio.Denominator) + 1)
        : Ratio.CeilingOf(whole);

    /// <summary>The relation with numbers: "5×41=205 ≥ 4×51=204", "2×24=48 > 48".</summary>
    public string Inequality(int part, int whole)
    {
        var (have, need) = Sides(part, whole);
        var right = Ratio.Numerator == 1 ? $"{need}" : $"{Ratio.Numerator}×{whole}={need}";
        return $"{Ratio.Denominator}×{part}={have} {(Strict ? ">" : "≥")} {right}";
    }

    /// <summary>"不少于 4/5" or "超过 1/2".</summary>
    [JsonIgnore]
    public Text Words => Strict
        ? new($"超过 {Ratio.Terms}", $"more than {Ratio.Terms}")
        : new($"不少于 {Ratio.Terms}", $"at least {Ratio.Terms}");

    private (long Have, long Need) Sides(int part, int whole) =>
        ((long)part * Ratio.Denominator, (long)whole * Ratio.Numerator);
}
