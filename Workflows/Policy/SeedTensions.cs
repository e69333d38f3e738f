namespace Gongtui.Workflows.Policy;

/// <summary>Where the pilot's own report contradicts itself (DOMAIN §1.12): a person should know, and nothing is forbidden.</summary>
internal static class SeedTensions
{
    private const string Article = "范例 L8、L9";

    public static IEnumerable<GateFinding> In(ProcedureMap map)
    {
        if (map.Nodes.FirstOrDefault(node => node.Type == "Gongtui.DraftPlan" && node.Input("mode") == "NoCandidates") is not { } plan) yield break;
        yield return new(GateSeverity.Warn, "各环节差额", Article, plan.Id, [plan.Id], new(
            "没有候选人的选举谈不上差额；请在方案中写明有被选举权的人数。", "A ballot without candidates has no differential; let the plan say how many may be elected."));
        yield return new(GateSeverity.Warn, "书记、副书记等额直选", Article, plan.Id, [plan.Id], new(
            "没有候选人，书记、副书记不可能是等额选举。", "Without candidates secretary and deputies cannot be elected by equal-number ballots."));
    }
}
