using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Overriding;

/// <summary>特批发布: the superior decides whether a version may be published although the policy blocks it; never whoever asks.
/// The host then publishes and says what came of it, so that the journal knows.</summary>
[Activity(
    "Gongtui",
    "程序发布",
    "政策检查不通过的程序版本，由上级党组织决定是否特批发布；请求人本人不得审批。来源：本系统的发布检查（必经程序为试点规定，例外须经上级同意）。 The superior decides whether a version that the policy check blocks may be published; never whoever asks. Origin: this product's publish gate.",
    DisplayName = "特批发布 Override")]
[FlowNode("Published", "Declined", "Lapsed")]
public sealed class AllowOverride : StepActivity
{
    /// <summary>Name of the bookmark at which an approved override waits for the host.</summary>
    public const string Publishing = "PublishOverridden";

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        try
        {
            var asked = context.Input<OverrideAsked>("override");
            context.Record(asked);
            context.OpenTask(
                ForSuperior(context, TaskKinds.Override) with
                {
                    Title = new($"特批发布：{asked.Name} 第 {asked.Version} 版", $"Override: publish {asked.Name}, version {asked.Version}"),
                    Excluded = [Principals.Person(asked.By)],
                },
                OnDecidedAsync);
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<OverrideForm>(TaskKinds.Override) is not { } done)
        {
            return;
        }

        if (done.Decision == Decisions.Approve)
        {
            if (context.Decide(OverrideDecision.Approve(done.Form, done.Actor, context.Today())) is not null)
            {
                context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = Publishing, Callback = OnPublishedAsync, AutoBurn = true, IncludeActivityInstanceId = false });
            }
        }
        else if (context.Decide(OverrideDecision.Decline(done.Form, done.Actor)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Declined");
        }
    }

    /// <summary>The host says whether the text that was asked for was there to be published.</summary>
    private async ValueTask OnPublishedAsync(ActivityExecutionContext context)
    {
        var asked = context.Election().Override.Needed("the question for an override").Asked;
        var found = context.WorkflowInput.TryGetValue("found", out var given) ? given?.ToString() : null;
        if (found == asked.Hash)
        {
            context.Record(new VersionPublished(asked.VersionId, asked.Hash));
            await context.CompleteActivityWithOutcomesAsync("Published");
            return;
        }

        context.Record(new OverrideLapsed(asked.VersionId, asked.Hash, found));
        await context.CompleteActivityWithOutcomesAsync("Lapsed");
    }
}
