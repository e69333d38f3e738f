using Elsa.Workflows;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Notices;

/// <summary>Notices that a step publishes by itself.</summary>
public static class NoticeContext
{
    /// <summary>Publishes the drafted notice of a kind as it stands.</summary>
    public static void Publish(this ActivityExecutionContext context, string kind) => context.Decide(
        NoticeDecision.Publish(context.Election(), kind, NoticeText.For(context.Election(), kind), context.Today()));
}
