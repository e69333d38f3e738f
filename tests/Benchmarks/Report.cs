using System.Globalization;
using System.Runtime.InteropServices;

namespace Gongtui.Benchmarks;

/// <summary>Prints figures as Markdown tables, section by section, and remembers whether each bar was met.</summary>
public sealed class Report(TextWriter output)
{
    private static readonly string[] Columns = ["figure", "value", "unit", "limit", "ratio", "bar", "met"];

    public bool EveryBarMet { get; private set; } = true;

    /// <summary>What the numbers were got on, and how busy it was before they were.</summary>
    public void Machine()
    {
        output.WriteLine($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        output.WriteLine($"temporary files in {Path.GetTempPath()}");
        if (Idle.Share(TimeSpan.FromSeconds(1)) is { } idle)
            output.WriteLine($"idle before the run: {100 * idle:F0} %");
    }

    public void Add(string section, IEnumerable<Figure> figures)
    {
        var rows = figures.ToList();
        EveryBarMet &= rows.TrueForAll(figure => figure.Met ?? true);
        output.WriteLine();
        output.WriteLine($"### {section}");
        output.WriteLine();
        Print([.. rows.Select(Cells)]);
    }

    /// <summary>Four significant digits, thousands apart.</summary>
    internal static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("F1", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("F2", CultureInfo.InvariantCulture),
        _ => value.ToString("G4", CultureInfo.InvariantCulture),
    };

    private static string[] Cells(Figure figure) =>
    [
        figure.Name, Number(figure.Value), figure.Unit,
        figure.Limit is { } limit ? Number(limit) : "",
        figure.Ratio is { } ratio ? ratio.ToString("F3", CultureInfo.InvariantCulture) : "",
        figure.Bar ?? "",
        figure.Met is { } met ? (met ? "yes" : "NO") : "",
    ];

    private void Print(List<string[]> rows)
    {
        rows.Insert(0, Columns);
        var widths = Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        foreach (var row in rows)
            output.WriteLine($"| {string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column])))} |");
    }
}
