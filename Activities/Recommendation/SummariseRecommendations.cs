using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Recommendation;

/// <summary>推荐汇总: the union of what the channels put forward; staff confirm it and note who does not stand.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "汇总各渠道推荐结果，核定进入资格审查的人选；人数不足差额要求的，再次推荐。来源：试点必经程序第3步；汇总办法为公推直选做法。 The union of the channels; too few nominees lead back to recommending. Origin: seed, step 3; the arithmetic is practice.",
    DisplayName = "推荐汇总 Summary")]
[FlowNode("Done", "TooFew")]
public sealed class SummariseRecommendations : StepActivity
{
    /// <summary>The channels that the procedure promises (DOMAIN §1.12). The policy gate lets no way lead here past one of them.</summary>
    [Input(
        DisplayName = "应有的推荐渠道 Channels",
        Description = "本程序规定的推荐渠道：发布时检查，每一条路径都须经过所选的渠道才能到汇总。不选则只要求党员推荐。 The channels of this procedure: publishing is refused when a way leads to the summary past one of them. None ticked: only the members' one is asked.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { Recommendation.Channels.Self, Recommendation.Channels.Member, Recommendation.Channels.Masses, Recommendation.Channels.Organisation, Recommendation.Channels.Meeting })]
    public Input<ICollection<string>> Channels { get; set; } = new([]);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.OpenTask(ForUnit(context, TaskKinds.Summary, Principals.Staff), OnConfirmedAsync);
        return ValueTask.CompletedTask;
    }

    private async ValueTask OnConfirmedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SummaryForm>(TaskKinds.Summary) is { } done
            && context.Decide(SummaryDecision.List(context.Election(), done.Form, done.Actor, context.Today())) is { } listed)
        {
            await context.CompleteActivityWithOutcomesAsync(listed.Short.Count == 0 ? "Done" : "TooFew");
        }
    }
}
