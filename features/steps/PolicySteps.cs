using Gongtui.Engine.Definitions;
using Gongtui.Features.Support;
using Gongtui.Workflows.Policy;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

/// <summary>What the required steps demand of every way through a diagram. Nothing here runs an election: the diagrams are read.</summary>
[Binding]
public sealed class PolicySteps
{
    private static readonly StepOutcomes Outcomes = new(new ActivityRegistry(typeof(Activities.Text).Assembly));
    private IReadOnlyList<PathChecks> checks = [];
    private string? spoiled;

    [Given("任一公推直选程序")]
    [Given("any procedure of public recommendation and direct election")]
    public void Any() => checks = [.. Diagrams.OfPolicy().Select(map => new PathChecks(map))];

    [Given("住建局程序去掉“(.*)”")]
    public void Without(string step) => Check("zhujian", Diagrams.Without("zhujian", StepWords.Find(step)));

    [Given("住建局程序里“(.*)”的“(.*)”改为“(.*)”")]
    public void Changed(string step, string input, string value) => Check("zhujian", Diagrams.With("zhujian", StepWords.Find(step), input, value));

    [Given("住建局程序里“(.*)”的结果“(.*)”没有去向")]
    public void Loose(string step, string port) => Check("zhujian", Diagrams.Loose("zhujian", StepWords.Find(step), port));

    [Given("住建局程序里“(.*)”可以直接到“(.*)”")]
    public void Bypass(string from, string to) => Check("zhujian", Diagrams.Bypass("zhujian", StepWords.Find(from), StepWords.Find(to)));

    [When("按任意路径执行")]
    [When("it is carried out along any path")]
    public void Execute() => Assert.NotEmpty(checks);

    [Then("(“.*”总在“.*”之前)")]
    [Then("(\".*\" always comes before \".*\")")]
    [Then("(每一条路径都经过“.*”)")]
    [Then("(every path passes \".*\")")]
    [Then("(“.*”由上级党组织办理)")]
    [Then("(\".*\" is done by the superior organisation)")]
    [Then("(“.*”不少于 .* 个工作日)")]
    [Then("(\".*\" has at least .* working days)")]
    [Then("(“.*”之前总经过它所列的每一推荐渠道)")]
    [Then("(every channel named by \".*\" always comes before it)")]
    [Then("(每个环节的每个结果都有去向)")]
    [Then("(every outcome of every step leads somewhere)")]
    [Then("(从每个环节都能走到结束)")]
    [Then("(the end can be reached from every step)")]
    public void Demand(string sentence) => Holds(check => PolicySentences.Evaluate(sentence, check, Outcomes.Of));

    [Then("检查指出：“(.*)”")]
    public void Found(string message)
    {
        var found = checks.SelectMany(check => new[] { "制订方案", "公告", "公开推荐", "民主测评", "组织考察", "确定预备人选", "直接选举", "公示", "批复与备案" }.SelectMany(check.OnEveryPath)
            .Concat(check.AtLeast("公示", "workingDays", 5)).Concat(check.BySuperior("审批方案")).Concat(check.NoLooseEnd(Outcomes.Of)).Concat(check.EndIsReachable())
            .Concat(check.NamedChannels("推荐汇总")).Concat(check.Order("民主测评", "组织考察")).Concat(check.Order("公示", "直接选举")).Concat(check.Order("审批方案", "公告")));
        Assert.Contains(found, finding => finding.Message.Zh.Contains(message, StringComparison.Ordinal));
    }

    private void Check(string id, ProcedureMap map)
    {
        spoiled = id;
        checks = [new(map)];
    }

    private void Holds(Func<PathChecks, IEnumerable<PolicyFinding>> check)
    {
        Assert.Null(spoiled);
        Assert.Empty(checks.SelectMany(check).Select(finding => $"{finding.Message.Zh} {string.Join(" → ", finding.Path)}"));
    }
}
