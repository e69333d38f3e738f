namespace Gongtui.Benchmarks;

/// <summary>One measured number and what it is held against.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Such as "steps/s", "ms", "bytes".</param>
/// <param name="Limit">The machine's own limit for the same work, in the same unit, from the same run.</param>
/// <param name="Bar">What must be reached, in words.</param>
/// <param name="Met">Whether it was; null where there is no bar.</param>
public sealed record Figure(string Name, double Value, string Unit, double? Limit = null, string? Bar = null, bool? Met = null)
{
    /// <summary>Achieved ÷ limit.</summary>
    public double? Ratio => Value / Limit;

    /// <summary>A number that must not be smaller than the bar.</summary>
    public static Figure AtLeast(double bar, string name, double value, string unit, double? limit = null) =>
        new(name, value, unit, limit, $"≥ {Report.Number(bar)}", value >= bar);

    /// <summary>A number that must stay below the bar: a time, a size.</summary>
    public static Figure Below(double bar, string name, double value, string unit, double? limit = null) =>
        new(name, value, unit, limit, $"< {Report.Number(bar)}", value < bar);

    /// <summary>A number that must reach a share of the machine's limit.</summary>
    public static Figure OfLimit(double share, string name, double value, string unit, double limit) =>
        new(name, value, unit, limit, $"≥ {100 * share:F0} % of limit", value >= share * limit);
}
