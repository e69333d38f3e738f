using System.Text.Json.Nodes;
using Gongtui.Workflows.Policy;
using Xunit;

namespace Gongtui.Activities.Tests.Policy;

/// <summary>Broken variants of the starter procedures, each caught for its reason; the originals and harmless changes pass.</summary>
public sealed class GateTests
{
    private static readonly string[] Starters = ["zhujian", "chengguan", "jianchayuan", "renshe", "linye"];

    /// <summary>Word of the policy, type, and the literal that tells one use of the type from another.</summary>
    private static readonly (string Word, string Type, string? Input, string? Value)[] Required =
    [
        ("制订方案", "DraftPlan", null, null),
        ("审批方案", "Approval", "subject", "plan"),
        ("公告", "PublishNotice", "kind", "plan"),
        ("公开推荐", "CollectRecommendations", null, null),
        ("推荐汇总", "SummariseRecommendations", null, null),
        ("资格审查", "QualificationReview", null, null),
        ("初步人选公告", "PublishNotice", "kind", "nominees"),
        ("民主测评", "DemocraticAssessment", null, null),
        ("竞职演说", "CampaignSpeech", null, null),
        ("组织考察", "Investigation", null, null),
        ("确定预备人选", "Shortlist", null, null),
        ("审批预备人选", "Approval", "subject", "shortlist"),
        ("公示", "PublicityPeriod", null, null),
        ("会议通知", "PublishNotice", "kind", "meeting"),
        ("直接选举", "DirectElection", null, null),
        ("宣布结果", "AnnounceResult", null, null),
        ("批复与备案", "Ratify", null, null),
    ];

    public static TheoryData<string, string> EveryRequiredStep() => Cross(Required.Select(step => step.Word));

    public static TheoryData<string, string> StepsThatCanBePassedBy() => Cross(Required.Select(step => step.Word).Where(word => word is not ("制订方案" or "公开推荐")));

    public static TheoryData<string, string, string> Reorderings()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var procedure in Starters)
        {
            data.Add(procedure, "民主测评", "组织考察");
            data.Add(procedure, "资格审查", "公示");
            data.Add(procedure, "确定预备人选", "审批预备人选");
            data.Add(procedure, "宣布结果", "批复与备案");
        }

        return data;
    }

    public static TheoryData<string> Procedures() => [.. Starters];

    [Theory]
    [MemberData(nameof(Procedures))]
    public void A_starter_procedure_passes(string procedure) => Assert.Empty(Blocking(new Draft(procedure)));

    [Theory]
    [InlineData("zhujian", "masses", "群众推荐")]
    [InlineData("chengguan", "organisation", "组织推荐")]
    [InlineData("renshe", "self", "个人自荐")]
    public void A_channel_that_the_summary_names_is_missed(string procedure, string channel, string word) =>
        Blamed(new Draft(procedure).Remove(step => (string?)step["channel"]?["expression"]?["value"] == channel), word);

    [Fact]
    public void A_channel_that_does_not_exist_is_named()
    {
        var draft = new Draft("zhujian");
        draft.Find(Is("推荐汇总")).Found[0]["channels"]!["expression"]!["value"] = "[\"member\",\"neighbours\"]";
        Blamed(draft, "neighbours");
    }

    [Theory]
    [MemberData(nameof(EveryRequiredStep))]
    public void A_step_that_was_removed_is_missed(string procedure, string word) => Blamed(new Draft(procedure).Remove(Is(word)), word);

    [Theory]
    [MemberData(nameof(StepsThatCanBePassedBy))]
    public void A_branch_that_goes_past_a_step_is_found_with_its_way(string procedure, string word)
    {
        var found = Blamed(new Draft(procedure).Bypass(Is(word)), word);

        Assert.Contains(found, finding => finding.Path.Count > 1);
    }

    [Theory]
    [MemberData(nameof(Reorderings))]
    public void A_changed_order_is_found(string procedure, string first, string second) =>
        Blamed(new Draft(procedure).Swap(Is(first), Is(second)), first, second);

    [Theory]
    [MemberData(nameof(Procedures))]
    public void A_short_publicity_period_is_found(string procedure) =>
        Assert.Contains(Blocking(new Draft(procedure).Set(Is("公示"), "workingDays", "4")), finding => finding.Message.Zh.Contains("不少于 5", StringComparison.Ordinal));

    [Fact]
    public void A_number_need_not_be_written_as_a_text_and_a_computed_one_is_not_believed()
    {
        foreach (var (type, value) in new (string, JsonNode)[] { ("Literal", 3), ("Literal", "3"), ("JavaScript", "getVariable('days')") })
        {
            var draft = new Draft("zhujian");
            draft.Find(Is("公示")).Found[0]["workingDays"] = new JsonObject { ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

            Assert.NotEmpty(Blocking(draft));
        }
    }

    [Fact]
    public void An_input_that_was_left_as_it_is_means_its_default()
    {
        var draft = new Draft("zhujian");
        draft.Find(Is("审批方案")).Found[0].Remove("subject");
        draft.Find(Is("公告")).Found[0].Remove("kind");
        draft.Find(Is("公示")).Found[0].Remove("workingDays");

        Assert.Empty(Blocking(draft));
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void An_approval_that_the_unit_gives_itself_is_found(string procedure) =>
        Assert.Contains(Blocking(new Draft(procedure).Set(Is("审批方案"), "assignee", "role:staff")), finding => finding.Message.Zh.Contains("上级", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Every_outcome_without_an_arrow_is_found(string procedure)
    {
        foreach (var part in new Draft(procedure).Parts.Select((_, index) => index))
        {
            for (var arrow = 0; arrow < Draft.Arrows(new Draft(procedure).Parts[part]).Count; arrow++)
            {
                var draft = new Draft(procedure);
                var arrows = Draft.Arrows(draft.Parts[part]);
                if (Draft.End(arrows[arrow]!, "source") is not { } from || !IsStep(draft.Parts[part], from)) continue;
                arrows.RemoveAt(arrow);

                Assert.Contains(Blocking(draft), finding => finding.Message.Zh.Contains("没有去向", StringComparison.Ordinal) && finding.Node?.EndsWith(from, StringComparison.Ordinal) == true);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void A_loop_without_a_way_out_is_found(string procedure)
    {
        var draft = new Draft(procedure);
        var (part, ratify) = draft.Find(Is("批复与备案"));
        var (_, announce) = draft.Find(Is("宣布结果"));
        foreach (var arrow in Draft.Arrows(part).Where(arrow => Draft.End(arrow!, "source") == Draft.Id(ratify[0])))
            arrow!["target"]!["activity"] = Draft.Id(announce[0]);

        Assert.Contains(Blocking(draft), finding => finding.Message.Zh.Contains("走不到结束", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Harmless_changes_pass(string procedure)
    {
        Assert.Empty(Blocking(new Draft(procedure).Before(Is("民主测评"), "Elsa.WriteLine")));
        Assert.Empty(Blocking(new Draft(procedure).Before(Is("宣布结果"), "Elsa.Delay")));
        Assert.Empty(Blocking(new Draft(procedure).Before(Is("组织考察"), "Gongtui.PublishNotice", ("kind", "plan"))));
        Assert.Empty(Blocking(new Draft(procedure).Before(Is("公示"), "Gongtui.CampaignSpeech")));
        Assert.Empty(Blocking(new Draft(procedure).Set(Is("公示"), "workingDays", "7")));
        Assert.Empty(Blocking(new Draft(procedure).Set(Is("审批方案"), "assignee", "role:superior")));
        Assert.Empty(Blocking(Shuffled(procedure)));
    }

    [Fact]
    public void The_pilots_own_contradictions_warn_and_block_nothing()
    {
        var found = new Draft("linye").Check();

        Assert.Equal(2, found.Count(finding => finding.Severity == GateSeverity.Warn));
        Assert.DoesNotContain(found, finding => finding.Severity == GateSeverity.Block);
        Assert.Empty(new Draft("zhujian").Check());
    }

    [Fact]
    public void Leaving_out_which_policy_is_followed_frees_nobody()
    {
        var draft = new Draft("zhujian");
        draft.Parts[0].Remove("customProperties");

        Blamed(draft.Remove(Is("民主测评")), "民主测评");
    }

    [Fact]
    public void Every_sentence_of_both_languages_is_known_and_they_demand_the_same()
    {
        var (chinese, english) = (PolicyBook.Read("zh-CN").ToList(), PolicyBook.Read("en").ToList());

        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Select(scenario => scenario.Demands.Count), english.Select(scenario => scenario.Demands.Count));
        var checks = new PathChecks(ProcedureMap.Of(Engine.Definitions.WorkflowDefinition.From(new Draft("zhujian").Parts[0]), _ => null));
        Assert.All(chinese.Concat(english).SelectMany(scenario => scenario.Demands), demand => Assert.NotNull(PolicySentences.Evaluate(demand, checks, _ => []).ToList()));
    }

    /// <summary>The same diagram with its steps and arrows written down in another order.</summary>
    private static Draft Shuffled(string procedure)
    {
        var draft = new Draft(procedure);
        foreach (var list in draft.Parts.SelectMany(part => new[] { part["root"]!["activities"]!.AsArray(), Draft.Arrows(part) }))
        {
            var backwards = list.Reverse().ToList();
            list.Clear();
            foreach (var item in backwards) list.Add(item);
        }

        return draft;
    }

    private static IReadOnlyList<GateFinding> Blamed(Draft draft, params string[] words)
    {
        var found = Blocking(draft);
        Assert.Contains(found, finding => words.Any(word => finding.Message.Zh.Contains($"“{word}”", StringComparison.Ordinal) || finding.Rule.Contains(word, StringComparison.Ordinal)));
        return found;
    }

    private static IReadOnlyList<GateFinding> Blocking(Draft draft) => [.. draft.Check().Where(finding => finding.Severity == GateSeverity.Block)];

    private static Func<JsonObject, bool> Is(string word)
    {
        var (_, type, input, value) = Required.First(step => step.Word == word);
        return step => (string?)step["type"] == $"Gongtui.{type}" && (input is null || (string?)step[input]?["expression"]?["value"] == value);
    }

    private static bool IsStep(JsonObject part, string id) =>
        Draft.Steps(part).Any(step => Draft.Id(step) == id && ((string)step["type"]!).StartsWith("Gongtui.", StringComparison.Ordinal));

    private static TheoryData<string, string> Cross(IEnumerable<string> words)
    {
        var data = new TheoryData<string, string>();
        foreach (var (procedure, word) in Starters.SelectMany(procedure => words.Select(word => (procedure, word)))) data.Add(procedure, word);
        return data;
    }
}
