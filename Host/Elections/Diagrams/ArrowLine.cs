using System.Globalization;
using System.Text;

namespace Gongtui.Host.Elections.Diagrams;

/// <summary>A line of level and plumb parts with rounded corners.</summary>
public sealed record ArrowLine(IReadOnlyList<(double X, double Y)> Points)
{
    private const double Radius = 12;

    /// <summary>As the path of an SVG.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            path.Append(CultureInfo.InvariantCulture, $"M{Points[0].X:0.#} {Points[0].Y:0.#}");
            for (var i = 1; i < Points.Count - 1; i++)
            {
                var (before, corner, after) = (Points[i - 1], Points[i], Points[i + 1]);
                var (into, outOf) = (Towards(corner, before), Towards(corner, after));
                path.Append(CultureInfo.InvariantCulture, $"L{into.X:0.#} {into.Y:0.#}Q{corner.X:0.#} {corner.Y:0.#} {outOf.X:0.#} {outOf.Y:0.#}");
            }

            return path.Append(CultureInfo.InvariantCulture, $"L{Points[^1].X:0.#} {Points[^1].Y:0.#}").ToString();
        }
    }

    /// <summary>Where words about the line stand: on its longest part; on a plumb one nearer to its beginning, so that a way there and a way back do not meet.</summary>
    public (double X, double Y) Label
    {
        get
        {
            var (first, second) = Points.Zip(Points.Skip(1)).MaxBy(part => Math.Abs(part.First.X - part.Second.X) + Math.Abs(part.First.Y - part.Second.Y));
            var share = Math.Abs(first.X - second.X) < 1 ? 0.35 : 0.5;
            return (first.X + ((second.X - first.X) * share), first.Y + ((second.Y - first.Y) * share));
        }
    }

    private static (double X, double Y) Towards((double X, double Y) corner, (double X, double Y) other)
    {
        var length = Math.Max(1, Math.Abs(other.X - corner.X) + Math.Abs(other.Y - corner.Y));
        var share = Math.Min(Radius, length / 2) / length;
        return (corner.X + ((other.X - corner.X) * share), corner.Y + ((other.Y - corner.Y) * share));
    }
}
