using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Investigation;

/// <summary>组织考察: the list of people with its notice, then the team's report.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "确定考察对象（委员差额不少于40%）并发布考察预告，考察组至少2人提交考察材料。来源：试点必经程序第5步；40%为试点规定，考察组人数见干部选拔任用工作条例。 Lists the people to investigate (at least 40 % over the seats), publishes the list, takes the report of at least two investigators. Origin: seed, step 5; the team by regulation.",
    DisplayName = "组织考察 Investigation")]
[FlowNode("Done", "TooFew")]
public sealed class Investigation : StepActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (InvestigationDecision.TooSmall(context.Election()) is { } tooSmall)
        {
            context.Record(tooSmall);
            await context.CompleteActivityWithOutcomesAsync("TooFew");
            return;
        }

        context.OpenTask(ForUnit(context, TaskKinds.InvestigationList, Principals.Staff), OnListedAsync);
    }

    private ValueTask OnListedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<InvestigationListForm>(TaskKinds.InvestigationList) is { } done
            && context.Decide(InvestigationDecision.List(context.Election(), done.Form, done.Actor)) is { } listed)
        {
            context.Publish(NoticeKinds.Investigation);
            context.OpenTask(
                ForEach(context, TaskKinds.Investigation, [Principals.Unit(context.Election().Unit!.Id, Principals.Investigator)]) with
                {
                    Excluded = [.. listed.Lists.SelectMany(list => list.People).Distinct(StringComparer.Ordinal).Select(Principals.Person)],
                },
                OnReportedAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnReportedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<InvestigationForm>(TaskKinds.Investigation) is not { } done
            || context.Decide(InvestigationDecision.Report(context.Election(), done.Form, done.Actor)) is null)
        {
            return;
        }

        var tooSmall = ShortlistDecision.TooSmall(context.Election());
        if (tooSmall is not null)
        {
            context.Record(tooSmall);
        }

        await context.CompleteActivityWithOutcomesAsync(tooSmall is null ? "Done" : "TooFew");
    }
}
