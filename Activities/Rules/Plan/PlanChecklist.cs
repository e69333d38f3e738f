namespace Gongtui.Activities.Rules.Plan;

/// <summary>The checklist of DOMAIN §3.2: every open parameter with its value, and every number that cannot work.</summary>
public static class PlanChecklist
{
    /// <summary>The list, in the order of the policy's steps.</summary>
    /// <param name="plan">The parameters.</param>
    /// <param name="fullMembers">正式党员 on the roll, where it is known.</param>
    public static IReadOnlyList<ChecklistItem> Of(PlanParameters plan, int? fullMembers = null) => plan.Pack() is { } pack
        ? [Pack(plan, pack), .. Team(plan, fullMembers), .. PostChecks.Of(plan, pack), .. ParameterChecks.Of(plan, pack)]
        :
        [
            new("rulePackId", new("规则包", "Rule pack"), new(plan.RulePackId, plan.RulePackId), null, "§2.7", Severity.Block,
                new("没有这个规则包。", "There is no such rule pack."),
                new($"请选择：{Known}。", $"Choose one of: {Known}.")),
        ];

    /// <summary>Whether the plan may be published.</summary>
    public static bool MayPublish(IReadOnlyList<ChecklistItem> items) => items.All(item => item.Severity != Severity.Block);

    private static string Known => string.Join(", ", RulePacks.All.Select(pack => pack.Id));

    private static ChecklistItem Pack(PlanParameters plan, RulePack pack) => new(
        "rulePackId", new("规则包", "Rule pack"), pack.Name, RulePacks.ById(new PlanParameters().RulePackId)!.Name, "§2.7",
        pack.To is null ? Severity.Note : Severity.Warn, pack.Note,
        pack.To is null ? null : new($"该规则已于 {pack.To:yyyy-MM-dd} 后停用，只宜用于演练或复核历史选举。", $"Not in force after {pack.To:yyyy-MM-dd}: for rehearsals and past elections only."));

    /// <summary>R11c: a warning only, the sizes are from handbooks. In two rounds the secretary and deputies are among the members.</summary>
    private static IEnumerable<ChecklistItem> Team(PlanParameters plan, int? fullMembers)
    {
        if (plan.Organisation is not { } kind || plan.Posts.Count == 0)
        {
            yield break;
        }

        var seats = plan.Mode == VotingMode.TwoRounds ? plan.Posts[^1].Seats : plan.Posts.Sum(post => post.Seats);
        var proof = TeamSize.Check(kind, fullMembers ?? TeamSize.BranchCommitteeFrom, seats);
        yield return new(
            "organisation", new("组织类型与班子人数", "Kind of organisation and size of the team"), Words.Of(kind), null, "R11c",
            proof.Holds ? Severity.Note : Severity.Warn, proof.Sentence, Proof: proof);
    }
}
