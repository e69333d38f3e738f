using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules;

/// <summary>An exact fraction. It keeps the terms it was given (1/5 and 2/10 are equal but print as written), because an
/// officer must see what was divided by what.</summary>
/// <param name="Numerator">Any integer.</param>
/// <param name="Denominator">A positive integer.</param>
[JsonConverter(typeof(RatioJsonConverter))]
public readonly record struct Ratio(int Numerator, int Denominator) : IComparable<Ratio>, ISpanFormattable
{
    /// <summary>The denominator; always positive.</summary>
    public int Denominator { get; } = Denominator > 0
        ? Denominator
        : throw new ArgumentOutOfRangeException(nameof(Denominator), Denominator, "A ratio needs a positive denominator.");

    /// <summary>For display only: two decimals, half up, computed with integers, such as "14.29%".</summary>
    [JsonIgnore]
    public string Percent => string.Create(CultureInfo.InvariantCulture, $"{Sign}{Hundredths / 100}.{Hundredths % 100:00}%");

    /// <summary>Reads "4/5".</summary>
    public static bool TryParse(string? text, out Ratio ratio)
    {
        ratio = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0
            || !int.TryParse(text.AsSpan(0, slash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator == 0)
        {
            return false;
        }

        ratio = new(numerator, denominator);
        return true;
    }

    /// <summary>The least integer that is not below <paramref name="whole"/> times this ratio (a fraction is rounded up).</summary>
    public int CeilingOf(int whole)
    {
        var product = (long)whole * Numerator;
        return checked((int)(product >= 0 ? (product + Denominator - 1) / Denominator : product / Denominator));
    }

    public int CompareTo(Ratio other) =>
        ((long)Numerator * other.Denominator).CompareTo((long)other.Numerator * Denominator);

    public bool Equals(Ratio other) => CompareTo(other) == 0;

    public override int GetHashCode()
    {
        var (a, b) = (Math.Abs((long)Numerator), (long)Denominator);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 0 : HashCode.Combine(Numerator / a, Denominator / a);
    }

    /// <summary>"1/7 = 14.29%".</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>"1/7" for the format "t", else "1/7 = 14.29%".</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => format == "t" ? Terms : $"{Terms} = {Percent}";

    /// <summary>As <see cref="ToString(string?, IFormatProvider?)"/>, straight into a sentence.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) => format is "t"
        ? destination.TryWrite(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}", out charsWritten)
        : destination.TryWrite(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator} = {Sign}{Hundredths / 100}.{Hundredths % 100:00}%", out charsWritten);

    /// <summary>"1/7".</summary>
    [JsonIgnore]
    public string Terms => $"{Numerator}/{Denominator}";

    private long Hundredths => ((Math.Abs((long)Numerator) * 20_000) + Denominator) / (2L * Denominator);

    private string Sign => Numerator < 0 ? "-" : "";

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;
}

/// <summary>A ratio is the string "4/5" in JSON.</summary>
public sealed class RatioJsonConverter : JsonConverter<Ratio>
{
    public override Ratio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Ratio.TryParse(reader.GetString(), out var ratio)
            ? ratio
            : throw new JsonException("Expected a ratio such as \"4/5\".");

    public override void Write(Utf8JsonWriter writer, Ratio value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Terms);
}
