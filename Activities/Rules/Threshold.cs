using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules;

/// <summary>A share that a part must reach: 不少于 (the number itself counts) or, strictly, 超过 (it does not).</summary>
/// <remarks>Read through its constructor: a structure without one would take a missing ratio for 0/0.</remarks>
[method: JsonConstructor]
public readonly record struct Threshold(Ratio Ratio, bool Strict) : ISpanFormattable
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
        var relation = Strict ? ">" : "≥";
        return Ratio.Numerator == 1
            ? $"{Ratio.Denominator}×{part}={have} {relation} {need}"
            : $"{Ratio.Denominator}×{part}={have} {relation} {Ratio.Numerator}×{whole}={need}";
    }

    /// <summary>"不少于 4/5" or "超过 1/2".</summary>
    [JsonIgnore]
    public Text Words => new($"{this:zh}", $"{this:en}");

    /// <summary>The words in English for the format "en", else in Chinese.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => $"{Word(format)} {Ratio:t}";

    /// <summary>As <see cref="ToString(string?, IFormatProvider?)"/>, straight into a sentence.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        destination.TryWrite(provider, $"{Word(format)} {Ratio:t}", out charsWritten);

    private string Word(ReadOnlySpan<char> format) => (format is "en", Strict) switch
    {
        (true, true) => "more than",
        (true, false) => "at least",
        (false, true) => "超过",
        _ => "不少于",
    };

    private (long Have, long Need) Sides(int part, int whole) =>
        ((long)part * Ratio.Denominator, (long)whole * Ratio.Numerator);
}
