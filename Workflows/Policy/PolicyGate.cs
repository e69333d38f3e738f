using Gongtui.Activities;
using Gongtui.Engine.Definitions;

namespace Gongtui.Workflows.Policy;

/// <summary>Holds a diagram against the policy's required steps before anybody can start an election with it.</summary>
/// <param name="activities">Tells which outcomes a step can have.</param>
/// <param name="sections">Finds the version of a definition that another one uses as an activity.</param>
/// <param name="words">How findings call outcomes and those who act; null calls them as the diagram does.</param>
public sealed class PolicyGate(ActivityRegistry activities, Func<string, WorkflowDefinition?> sections, GateWords? words = null)
{
    /// <summary>What a procedure of open recommendation and direct election calls itself in its custom property <c>policy</c>.</summary>
    public const string OpenRecommendation = "公推直选";

    private readonly StepOutcomes outcomes = new(activities);

    /// <summary>Every demand that the diagram does not keep, then what a person should know besides. Never empty-handed about a diagram that is no procedure: then there is nothing to demand.</summary>
    public IReadOnlyList<GateFinding> Check(WorkflowDefinition definition)
    {
        var map = ProcedureMap.Of(definition, sections);
        if (IsSection(definition) || !map.Nodes.Any(node => node.Type.StartsWith(StepOutcomes.Steps, StringComparison.Ordinal))) return [];
        var checks = new PathChecks(map, words);
        if (PolicyOf(definition) is { } other && other != OpenRecommendation)
            return [.. Structure(checks), .. Note(other)];

        return
        [
            .. PolicyBook.Scenarios.SelectMany(scenario => scenario.Demands.SelectMany(demand => PolicySentences.Evaluate(demand, checks, outcomes.Of)
                .Select(found => new GateFinding(GateSeverity.Block, scenario.Rule, scenario.Article, found.Node, found.Path, found.Message, found.Fix)))),
            .. SeedTensions.In(map),
        ];
    }

    /// <summary>Whether the required steps of open recommendation are asked of the diagram.</summary>
    public static bool Asks(WorkflowDefinition definition) => !IsSection(definition) && PolicyOf(definition) is null or OpenRecommendation;

    /// <summary>The same demands, read against what one run of the diagram did.</summary>
    /// <param name="steps">Ids of the activities in the order in which they were completed.</param>
    /// <param name="complete">Whether the run came to a result; else only the order of what it did is asked.</param>
    public IReadOnlyList<GateFinding> CheckRun(WorkflowDefinition definition, IEnumerable<string> steps, bool complete = true)
    {
        var checks = new PathChecks(ProcedureMap.Of(definition, sections).Along(steps), words);
        // What can happen is for the diagram to say; a run says what did happen.
        return
        [
            .. PolicyBook.Scenarios.SelectMany(scenario => scenario.Demands.Where(demand => PolicySentences.IsAboutRuns(demand) && (complete || !PolicySentences.IsAboutResults(demand)))
                .SelectMany(demand => PolicySentences.Evaluate(demand, checks, _ => [])
                    .Select(found => new GateFinding(GateSeverity.Block, scenario.Rule, scenario.Article, found.Node?.Split('@')[0], [.. found.Path.Select(id => id.Split('@')[0])], found.Message)))),
        ];
    }

    /// <summary>What every diagram of steps must keep, whatever policy it follows: no outcome without an arrow, no loop without a way out.</summary>
    private IEnumerable<GateFinding> Structure(PathChecks checks) => checks.NoLooseEnd(outcomes.Of).Concat(checks.EndIsReachable())
        .Select(found => new GateFinding(GateSeverity.Block, "没有死路", "图的结构", found.Node, found.Path, found.Message));

    private static IEnumerable<GateFinding> Note(string policy) =>
    [
        new(GateSeverity.Note, "适用办法", policy, null, [], new(
            $"本程序适用“{policy}”，不按公推直选的必经程序检查。", $"This procedure follows “{policy}”; the required steps of open recommendation are not asked of it.")),
    ];

    /// <summary>A diagram that says nothing is asked everything: leaving the word out frees nobody.</summary>
    private static string? PolicyOf(WorkflowDefinition definition) =>
        definition.Document["customProperties"]?["policy"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var policy) ? policy : null;

    private static bool IsSection(WorkflowDefinition definition) =>
        definition.Document["options"]?["usableAsActivity"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<bool>(out var yes) && yes;
}
