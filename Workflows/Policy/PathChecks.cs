using System.Globalization;
using System.Text.Json;
using Gongtui.Activities;

namespace Gongtui.Workflows.Policy;

/// <summary>Something in a diagram that the policy does not allow.</summary>
/// <param name="Node">Id of the activity that is meant; null when it is about one that is missing.</param>
/// <param name="Path">Ids along a way through the diagram that shows it; empty when there is none to show.</param>
/// <param name="Message">What is wrong, by the names on the diagram.</param>
/// <param name="Fix">The one change of an input that puts it right; null when there is none.</param>
public sealed record PolicyFinding(string? Node, IReadOnlyList<string> Path, Text Message, InputFix? Fix = null);

/// <summary>Gives a literal input of an activity another value.</summary>
public sealed record InputFix(string Node, string Input, string Value);

/// <summary>What the required steps demand of every way through a diagram. Each check answers with its findings; none means that it holds.</summary>
/// <param name="words">How outcomes and those who act are called; null calls them as the diagram does.</param>
public sealed class PathChecks(ProcedureMap map, GateWords? words = null)
{
    private readonly EarlierSteps earlier = new(map);
    private readonly GateWords words = words ?? GateWords.AsDrawn;

    /// <summary>The step is there, and nobody can be elected or ratified without it.</summary>
    public IEnumerable<PolicyFinding> OnEveryPath(string word)
    {
        var step = StepWords.Find(word);
        if (!map.Nodes.Any(node => Is(node, step)))
        {
            return [new(null, [], new($"{map.Name}：没有“{step}”。", $"{map.Name}: there is no “{StepWords.Both(step).En}”."))];
        }

        var last = step == "批复与备案" || step == "宣布结果" ? step : "宣布结果";
        return map.Nodes.Where(node => last == step ? node.Type == "Elsa.Finish" && Follows(node, "批复与备案") : Is(node, last))
            .SelectMany(node => Missing(node, step));
    }

    /// <summary>Wherever the later step is reached, the earlier one has been carried out.</summary>
    public IEnumerable<PolicyFinding> Order(string first, string then)
    {
        var (before, after) = (StepWords.Find(first), StepWords.Find(then));
        return map.Nodes.Where(node => Is(node, after)).SelectMany(node => Missing(node, before));
    }

    /// <summary>Wherever the recommendations are summarised, every channel that the summary names has been carried out.</summary>
    public IEnumerable<PolicyFinding> NamedChannels(string word) =>
        from node in map.Nodes
        where Is(node, StepWords.Find(word))
        from channel in NamedBy(node)
        from found in StepWords.OfChannel(channel) is { } step ? Missing(node, step) : [Unknown(node, channel)]
        select found;

    /// <summary>Every outcome of every step leads somewhere.</summary>
    /// <param name="outcomesOf">Outcomes that a type of activity can have; empty for those with none of their own.</param>
    public IEnumerable<PolicyFinding> NoLooseEnd(Func<string, IReadOnlyList<string>> outcomesOf) =>
        from node in map.Nodes
        from port in outcomesOf(node.Type)
        where !map.From(node).Any(arrow => arrow.Port == port)
        let name = words.Outcome(port)
        select new PolicyFinding(node.Id, [node.Id], new(
            $"{map.Name}：“{node.Label}”的结果“{name.Zh}”没有去向。", $"{map.Name}: the outcome “{name.En}” of “{node.Label}” leads nowhere."));

    /// <summary>From every node the end can be reached: no loop without a way out.</summary>
    public IEnumerable<PolicyFinding> EndIsReachable()
    {
        var ends = map.Nodes.Where(node => node.Type is "Elsa.Finish" or "Elsa.End").ToHashSet();
        var (seen, queue) = (ends.ToHashSet(), new Queue<MapNode>(ends));
        while (queue.TryDequeue(out var node))
        {
            foreach (var arrow in map.To(node).Where(arrow => seen.Add(arrow.From))) queue.Enqueue(arrow.From);
        }

        return map.Nodes.Where(node => !seen.Contains(node)).Select(node => new PolicyFinding(node.Id, [node.Id], new(
            $"{map.Name}：从“{node.Label}”走不到结束。", $"{map.Name}: no way leads from “{node.Label}” to the end.")));
    }

    /// <summary>A number that the diagram gives to a step is not below what the rule asks.</summary>
    public IEnumerable<PolicyFinding> AtLeast(string word, string input, int least) => map.Nodes.Where(node => Is(node, StepWords.Find(word)))
        .Where(node => node.Input(input) is { } given && (!int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) || number < least))
        .Select(node => new PolicyFinding(node.Id, [node.Id], new(
            $"{map.Name}：“{node.Label}”为 {node.Input(input)}，不少于 {least}。", $"{map.Name}: “{node.Label}” has {node.Input(input)}; at least {least} is needed."),
            new(node.Id, input, least.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The step is done by the superior organisation; the diagram gives it to nobody else.</summary>
    public IEnumerable<PolicyFinding> BySuperior(string word) => map.Nodes.Where(node => Is(node, StepWords.Find(word)))
        .Where(node => node.Input("assignee") is { Length: > 0 } assignee && assignee != "role:superior")
        .Select(node => new PolicyFinding(node.Id, [node.Id], new(
            $"{map.Name}：“{node.Label}”由“{words.Principal(node.Input("assignee")!).Zh}”办理，应由上级党组织办理。",
            $"{map.Name}: “{node.Label}” is given to “{words.Principal(node.Input("assignee")!).En}”; it belongs to the superior organisation."),
            new(node.Id, "assignee", "role:superior")));

    /// <summary>The channels that are ticked; what cannot be read as a list stands for itself.</summary>
    private static string[] NamedBy(MapNode node)
    {
        if (node.Input("channels") is not { } given || string.IsNullOrWhiteSpace(given)) return [];
        try
        {
            return JsonSerializer.Deserialize<string[]>(given) ?? [];
        }
        catch (JsonException)
        {
            return [given];
        }
    }

    private PolicyFinding Unknown(MapNode node, string channel) => new(node.Id, [node.Id], new(
        $"{map.Name}：“{node.Label}”写的推荐渠道“{channel}”不存在；请在清单中勾选。", $"{map.Name}: “{node.Label}” names a channel “{channel}” that does not exist; tick channels of the list."));

    private IEnumerable<PolicyFinding> Missing(MapNode node, string step) => earlier.Before(node).Contains(step)
        ? []
        : [new(node.Id, Way(node, step), new($"{map.Name}：可以不经“{step}”就到“{node.Label}”。", $"{map.Name}: “{node.Label}” can be reached without “{StepWords.Both(step).En}”."))];

    /// <summary>A shortest way to the node that does not pass the step.</summary>
    private List<string> Way(MapNode to, string without)
    {
        var came = new Dictionary<MapNode, MapNode?>();
        if (map.Start is { } start && !Is(start, without)) came[start] = null;
        var queue = new Queue<MapNode>(came.Keys);
        while (queue.TryDequeue(out var node) && node != to)
        {
            foreach (var arrow in map.From(node).Where(arrow => !Is(arrow.To, without) && came.TryAdd(arrow.To, node))) queue.Enqueue(arrow.To);
        }

        var way = new List<string>();
        for (var node = came.ContainsKey(to) ? to : null; node is not null; node = came[node]) way.Insert(0, node.Id);
        return way;
    }

    /// <summary>Whether the node ends an election that was ratified.</summary>
    private bool Follows(MapNode node, string step) => map.To(node).Any(arrow => Is(arrow.From, step) && arrow.Port == "Ratified");

    private static bool Is(MapNode node, string step) => StepWords.Of(node).Contains(step);
}
