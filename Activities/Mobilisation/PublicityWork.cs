using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Mobilisation;

/// <summary>宣传发动 at one of the first four levels (DOMAIN §1.3), with its artefact.</summary>
[Activity(
    "Gongtui",
    "宣传发动",
    "1 会议部署，2 指导意见和培训，3 印发文件并签收，4 实施方案传达到全体并签收。来源：试点材料（五个层面）。 1 meeting, 2 guidance and training, 3 document pack with receipts, 4 the plan conveyed to all with receipts. Origin: seed.",
    DisplayName = "宣传发动 Publicity work")]
[FlowNode("Done")]
public sealed class PublicityWork : StepActivity
{
    private static readonly Text[] Names =
    [
        new("会议部署", "Deployment at a meeting"), new("指导意见和培训", "Guidance opinion and training"),
        new("印发文件", "Document pack"), new("方案传达到全体", "The plan conveyed to all"),
    ];

    /// <summary>1 to 4.</summary>
    [Input(
        DisplayName = "层面 Level",
        Description = "1 市委领导部署，2 组织部和工委指导培训，3 印发文件，4 单位传达到全体。 1 city leaders, 2 organisers, 3 documents, 4 the unit.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "1", "2", "3", "4" },
        DefaultValue = 1)]
    public Input<int> Level { get; set; } = new(1);

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.TakeRoll())
        {
            var level = LevelOf(context);
            var task = level == WorkDecision.Records ? ForUnit(context, TaskKinds.PublicityWork, Principals.Staff) : ForSuperior(context, TaskKinds.PublicityWork);
            context.OpenTask(task with { Title = Names[level - 1], Data = new(Subject: $"{level}") }, OnDoneAsync);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnDoneAsync(ActivityExecutionContext context)
    {
        if (context.Completing<WorkForm>(TaskKinds.PublicityWork) is not { } done)
        {
            return;
        }

        var level = LevelOf(context);
        var receipts = level >= WorkDecision.FirstWithReceipts;
        var notice = receipts ? $"notice-{context.Election().Notices.Count + 1}" : null;
        if (context.Decide(WorkDecision.Do(level, done.Form, notice, done.Actor, context.Today())) is not { } work)
        {
            return;
        }

        if (!receipts)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
            return;
        }

        var body = string.Join('\n', work.Documents.Select(document => $"· {document}").Prepend(work.Record));
        if (context.Decide(NoticeDecision.Publish(
            context.Election(), NoticeKinds.Other, new(work.Title, body, [Principals.Member, Principals.Masses]), context.Today())) is not null)
        {
            context.OpenTask(ForUnit(context, TaskKinds.CloseReceipts, Principals.Staff), OnReceiptsAsync);
        }
    }

    private async ValueTask OnReceiptsAsync(ActivityExecutionContext context)
    {
        if (context.Completing<CloseReceiptsForm>(TaskKinds.CloseReceipts) is { } done)
        {
            context.Record(WorkDecision.Close(context.Election(), context.Election().Work[^1], done.Actor));
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private int LevelOf(ActivityExecutionContext context) => Level.Get(context) is >= 1 and <= WorkDecision.Records and var level
        ? level
        : throw new InvalidOperationException($"The diagram asks for publicity work of level {Level.Get(context)}; there are 1 to {WorkDecision.Records}.");
}
