using System.Globalization;

namespace Gongtui.Host.Elections.Diagrams;

/// <summary>The line of an arrow and where its label stands.</summary>
public readonly record struct ArrowPath(string Path, double LabelX, double LabelY)
{
    /// <summary>Leaves and enters at the sides that face each other; an arrow that leads back bows below both nodes.</summary>
    public static ArrowPath Of(DiagramArrow arrow)
    {
        var (from, to) = (arrow.From, arrow.To);
        if (to.X >= from.X + from.Width) return Bow(from.X + from.Width, from.CentreY, to.X, to.CentreY, 1, 0);
        if (to.Y >= from.Y + from.Height) return Bow(from.CentreX, from.Y + from.Height, to.CentreX, to.Y, 0, 1);
        if (to.Y + to.Height <= from.Y && Math.Abs(to.CentreX - from.CentreX) < from.Width)
            return Around(from.X, from.CentreY, to.X, to.CentreY, -1, 0);
        return Around(from.CentreX, from.Y + from.Height, to.CentreX, to.Y + to.Height, 0, 1);
    }

    /// <summary>An S between two facing sides.</summary>
    private static ArrowPath Bow(double x1, double y1, double x2, double y2, int dx, int dy)
    {
        var reach = Math.Max(24, (dx * (x2 - x1) / 2) + (dy * (y2 - y1) / 2));
        return Curve(x1, y1, x1 + (dx * reach), y1 + (dy * reach), x2 - (dx * reach), y2 - (dy * reach), x2, y2);
    }

    /// <summary>A bow from one side to the same side of the other node.</summary>
    private static ArrowPath Around(double x1, double y1, double x2, double y2, int dx, int dy)
    {
        var reach = 50 + (Math.Abs(x2 - x1) + Math.Abs(y2 - y1)) / 6;
        return Curve(x1, y1, x1 + (dx * reach), y1 + (dy * reach), x2 + (dx * reach), y2 + (dy * reach), x2, y2);
    }

    private static ArrowPath Curve(double x1, double y1, double cx1, double cy1, double cx2, double cy2, double x2, double y2) => new(
        string.Create(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#}C{cx1:0.#} {cy1:0.#} {cx2:0.#} {cy2:0.#} {x2:0.#} {y2:0.#}"),
        (x1 + (3 * cx1) + (3 * cx2) + x2) / 8,
        (y1 + (3 * cy1) + (3 * cy2) + y2) / 8);
}
