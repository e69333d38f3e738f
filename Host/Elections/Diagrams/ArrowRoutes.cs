namespace Gongtui.Host.Elections.Diagrams;

/// <summary>Draws the arrows of a diagram along straight lanes between its rows, so that none runs through a node as long as there is another way.</summary>
/// <remarks>The nodes stay where the designer put them. The same diagram always gets the same lines.</remarks>
public sealed class ArrowRoutes
{
    private const double SameRow = 30, LaneStart = 22, LaneStep = 25, Nudge = 30, Beyond = 24;

    private readonly IReadOnlyList<DiagramNode> _nodes;
    private readonly List<(double Top, double Bottom)> _rows = [];
    private readonly Dictionary<int, List<List<(double From, double To)>>> _lanes = [];
    private readonly Dictionary<(DiagramNode Node, bool Below), int> _docks = [];

    private ArrowRoutes(DiagramModel model)
    {
        _nodes = model.Nodes;
        foreach (var node in _nodes.OrderBy(node => node.CentreY))
        {
            if (_rows is [.., var last] && node.CentreY - ((last.Top + last.Bottom) / 2) < SameRow)
                _rows[^1] = (Math.Min(last.Top, node.Y), Math.Max(last.Bottom, node.Y + node.Height));
            else
                _rows.Add((node.Y, node.Y + node.Height));
        }
    }

    /// <summary>The line of every arrow, in the order of the model.</summary>
    public static IReadOnlyList<(DiagramArrow Arrow, ArrowLine Line)> Of(DiagramModel model)
    {
        var routes = new ArrowRoutes(model);
        return model.Arrows.Select(arrow => (arrow, routes.Line(arrow))).ToList();
    }

    private ArrowLine Line(DiagramArrow arrow)
    {
        var (from, to) = (arrow.From, arrow.To);
        if (to.X >= from.X + from.Width && IsFreeBetween(from, to)) return Elbow(from, to);
        var (a, b) = (RowOf(from), RowOf(to));
        if (a != b && Math.Abs(from.CentreX - to.CentreX) < 1 && IsFree(from.CentreX, from.CentreY, to.CentreY, from, to)) return Plumb(from, to, b > a);
        // Gaps that the line may run along, the one nearest to the target first; gap n lies below row n.
        var gaps = a == b ? [a] : b > a ? Enumerable.Range(a, b - a).Reverse() : Enumerable.Range(b, a - b);
        foreach (var gap in gaps)
        {
            var middle = Top(gap) + LaneStart;
            if (IsFree(from.CentreX, from.CentreY, middle, from, to) && IsFree(to.CentreX, middle, to.CentreY, from, to)) return Along(gap, from, to, a < b || a == b, b > a);
        }

        return Along(b > a ? b - 1 : b, from, to, b >= a, b > a);
    }

    /// <summary>Out at the right, in at the left.</summary>
    private static ArrowLine Elbow(DiagramNode from, DiagramNode to)
    {
        var (right, middle) = (from.X + from.Width, (from.X + from.Width + to.X) / 2);
        return Math.Abs(from.CentreY - to.CentreY) < 1
            ? new([(right, from.CentreY), (to.X, to.CentreY)])
            : new([(right, from.CentreY), (middle, from.CentreY), (middle, to.CentreY), (to.X, to.CentreY)]);
    }

    /// <summary>Straight up or down.</summary>
    private ArrowLine Plumb(DiagramNode from, DiagramNode to, bool down)
    {
        var x = from.CentreX + (Nudge * Math.Max(Dock(from, down), Dock(to, !down)));
        return new([(x, down ? from.Y + from.Height : from.Y), (x, down ? to.Y : to.Y + to.Height)]);
    }

    /// <summary>Out of the node, along a lane of a gap, and into the other node.</summary>
    /// <param name="outBelow">Leaves at the bottom.</param>
    /// <param name="inAbove">Enters from the top.</param>
    private ArrowLine Along(int gap, DiagramNode from, DiagramNode to, bool outBelow, bool inAbove)
    {
        var (x1, x2) = (from.CentreX + Offset(Dock(from, outBelow)), to.CentreX + Offset(Dock(to, !inAbove)));
        var y = Lane(gap, Math.Min(x1, x2), Math.Max(x1, x2));
        return new([(x1, outBelow ? from.Y + from.Height : from.Y), (x1, y), (x2, y), (x2, inAbove ? to.Y : to.Y + to.Height)]);
    }

    /// <summary>How many lines meet that side of the node already.</summary>
    private int Dock(DiagramNode node, bool below)
    {
        var taken = _docks.GetValueOrDefault((node, below));
        _docks[(node, below)] = taken + 1;
        return taken;
    }

    /// <summary>Middle, right, left, further right …</summary>
    private static double Offset(int number) => Nudge * ((number + 1) / 2) * (number % 2 == 1 ? 1 : -1);

    /// <summary>The first lane of the gap that nothing else uses there.</summary>
    private double Lane(int gap, double from, double to)
    {
        if (!_lanes.TryGetValue(gap, out var lanes)) _lanes[gap] = lanes = [];
        var index = lanes.FindIndex(lane => lane.TrueForAll(used => used.To + Beyond < from || to + Beyond < used.From));
        if (index < 0)
        {
            index = lanes.Count;
            lanes.Add([]);
        }

        lanes[index].Add((from, to));
        var y = Top(gap) + LaneStart + (index * LaneStep);
        return gap + 1 < _rows.Count ? Math.Min(y, _rows[gap + 1].Top - 12) : y;
    }

    private double Top(int gap) => _rows[gap].Bottom;

    private int RowOf(DiagramNode node) => _rows.FindIndex(row => node.CentreY >= row.Top && node.CentreY <= row.Bottom);

    /// <summary>Whether a plumb line meets no node but the two.</summary>
    private bool IsFree(double x, double y1, double y2, DiagramNode from, DiagramNode to) => !_nodes.Any(node =>
        node != from && node != to && x > node.X - 6 && x < node.X + node.Width + 6
        && node.Y < Math.Max(y1, y2) && node.Y + node.Height > Math.Min(y1, y2));

    /// <summary>Whether nothing stands between the right side of one node and the left side of the other.</summary>
    private bool IsFreeBetween(DiagramNode from, DiagramNode to)
    {
        var (top, bottom) = (Math.Min(from.CentreY, to.CentreY), Math.Max(from.CentreY, to.CentreY));
        return !_nodes.Any(node => node != from && node != to
            && node.X < to.X && node.X + node.Width > from.X + from.Width && node.Y < bottom + 1 && node.Y + node.Height > top - 1);
    }
}
