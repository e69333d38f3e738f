namespace Gongtui.Features.Support;

/// <summary>Makes single sheets out of the totals that a scenario states.</summary>
internal static class Spread
{
    /// <summary>Deals votes out in a circle, one name after the other: nobody is named twice on a sheet, and no two sheets differ
    /// by more than one name.</summary>
    /// <param name="sheets">How many sheets there are.</param>
    /// <param name="votes">How many sheets name each.</param>
    /// <returns>The names on each sheet.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Of(int sheets, IEnumerable<(string Name, int Votes)> votes)
    {
        List<string>[] dealt = [.. Enumerable.Range(0, sheets).Select(_ => new List<string>())];
        var next = 0;
        foreach (var (name, count) in votes)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, sheets);
            for (var i = 0; i < count; i++, next++) dealt[next % sheets].Add(name);
        }

        return dealt;
    }
}
