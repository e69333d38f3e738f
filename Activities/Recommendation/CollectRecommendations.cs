using System.Text.Json;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Recommendation;

/// <summary>公开推荐 by one channel: members and masses cast forms into a box, the organisation hands in its list, people put
/// themselves forward, or the members' meeting recommends for all posts in one go.</summary>
[Activity(
    "Gongtui",
    "公推直选",
    "一个渠道的公开推荐：党员、群众无记名填表投箱，组织提出推荐名单，个人自荐，或党员大会一次性推选；各渠道分别统计。来源：试点必经程序第3步；过半数和参与率为公推直选做法。 Open recommendation by one channel, counted apart. Origin: seed, step 3; the majority and the participation are practice.",
    DisplayName = "公开推荐 Recommendation")]
[FlowNode("Done")]
public sealed class CollectRecommendations : StepActivity
{
    /// <summary>One of <see cref="Channels"/>.</summary>
    [Input(
        DisplayName = "推荐渠道 Channel",
        Description = "self 个人自荐，member 党员推荐，masses 群众推荐，organisation 组织推荐，meeting 党员大会一次性推选。 Who recommends.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { Channels.Self, Channels.Member, Channels.Masses, Channels.Organisation, Channels.Meeting },
        DefaultValue = Channels.Member)]
    public Input<string> Channel { get; set; } = new(Channels.Member);

    /// <summary>Whether 预备党员 take part in the members' channel.</summary>
    [Input(
        DisplayName = "预备党员参加 Probationary members take part",
        Description = "预备党员没有表决权、选举权和被选举权；能否参加推荐，规则没有写明。 They hold none of the three rights; no source says whether they may recommend.",
        UIHint = InputUIHints.Checkbox,
        DefaultValue = false)]
    public Input<bool> IncludeProbationary { get; set; } = new(false);

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var election = context.Election();
        var channel = Channel.Get(context);
        if (channel == Channels.Organisation)
        {
            context.OpenTask(ForUnit(context, TaskKinds.Organisation, Principals.Committee) with { Data = new(Group: channel) }, OnOrganisationAsync);
            return;
        }

        if (channel == Channels.Self)
        {
            context.OpenTask(
                ForEach(context, TaskKinds.SelfNomination, [Principals.Unit(election.Unit!.Id, Principals.Member)]) with
                {
                    Data = new(Group: channel),
                    StaysOpen = true,
                },
                OnSelfNominatedAsync);
            context.OpenTask(ForUnit(context, TaskKinds.CloseNomination, Principals.Staff) with { Data = new(Group: channel) }, OnNominationClosedAsync);
            return;
        }

        if (!Channels.All.Contains(channel))
        {
            throw new InvalidOperationException($"The diagram collects from channel \"{channel}\"; known are {string.Join(", ", Channels.All)}.");
        }

        var eligible = Eligible(context, channel);
        if (eligible.Count == 0)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
            return;
        }

        Open(context, channel, eligible, RecommendationDecision.Paper(election, channel), again: false);
    }

    private IReadOnlyList<string> Eligible(ActivityExecutionContext context, string channel) =>
        context.Election().Group(Group(channel), channel == Channels.Member && IncludeProbationary.GetOrDefault(context));

    // The meeting is one of members: whoever recommends there is a member.
    private static string Group(string channel) => channel == Channels.Meeting ? Principals.Member : channel;

    private void Open(ActivityExecutionContext context, string channel, IReadOnlyList<string> eligible, RecommendationPaper paper, bool again)
    {
        var (zh, en) = channel switch
        {
            Channels.Member => ("党员推荐", "Members' recommendation"),
            Channels.Masses => ("群众推荐", "Masses' recommendation"),
            _ => ("党员大会推选", "Recommendation at the meeting"),
        };
        var title = again ? new Text($"{zh}：就同票者再次推荐", $"{en}: among the tied") : new Text(zh, en);
        var box = context.OpenBox(BoxPurpose.Recommendation, channel, eligible, paper);
        var data = new TaskData(Box: box, Group: channel);
        context.OpenTask(ForEach(context, TaskKinds.Recommend, [Principals.Unit(context.Election().Unit!.Id, Group(channel))]) with { Title = title, Data = data });
        context.OpenTask(
            ForUnit(context, TaskKinds.CloseBox, Principals.Staff) with { Title = new($"关闭票箱：{title.Zh}", $"Close the box: {title.En}"), Data = data },
            again ? OnTiedClosedAsync : OnClosedAsync);
    }

    private ValueTask OnSelfNominatedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<SelfNominationForm>(TaskKinds.SelfNomination, staysOpen: true) is { } done)
        {
            context.Decide(SelfNomination.Nominate(context.Election(), done.Form, done.Actor));
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask OnNominationClosedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<CloseNominationForm>(TaskKinds.CloseNomination) is { } done)
        {
            context.Record(new SelfNominationClosed(SelfNomination.Taken(context.Election()), done.Actor.Id));
            context.Withdraw(TaskKinds.SelfNomination, new("自荐已截止", "No more self-nominations are taken"));
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private async ValueTask OnOrganisationAsync(ActivityExecutionContext context)
    {
        if (context.Completing<OrganisationForm>(TaskKinds.Organisation) is { } done
            && context.Decide(RecommendationDecision.Recommend(context.Election(), done.Form, done.Actor)) is not null)
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private ValueTask OnClosedAsync(ActivityExecutionContext context) => CloseAsync(context, RecommendationDecision.Tally);

    private ValueTask OnTiedClosedAsync(ActivityExecutionContext context) => CloseAsync(context, RecommendationDecision.TallyAmongTied);

    /// <summary>The plan has people decide about a tie at the last place: whether all tied go on or are recommended again.</summary>
    private async ValueTask OnTieDecidedAsync(ActivityExecutionContext context)
    {
        if (context.Completing<RecommendationTieForm>(TaskKinds.RecommendationTie) is not { } done)
        {
            return;
        }

        var channel = done.Task.Content()!.Group!;
        var again = done.Decision == Decisions.Again;
        if (context.Decide(RecommendationDecision.DecideTie(context.Election(), channel, again, done.Form, done.Actor)) is null)
        {
            return;
        }

        if (again)
        {
            Open(context, channel, Eligible(context, channel), RecommendationDecision.PaperAmongTied(context.Election(), channel), again: true);
        }
        else
        {
            await context.CompleteActivityWithOutcomesAsync("Done");
        }
    }

    private async ValueTask CloseAsync<TFact>(
        ActivityExecutionContext context, Func<Election, BoxState, RecommendationPaper, CloseBoxForm, RecommendationCount, Decided<TFact>> tally)
        where TFact : class
    {
        if (context.Completing<CloseBoxForm>(TaskKinds.CloseBox) is not { } done)
        {
            return;
        }

        var election = context.Election();
        var box = election.Boxes[done.Task.Content()!.Box!];
        try
        {
            var count = FormReader.Read<RecommendationCount>(done.Form.Count);
            var tallied = tally(election, box, box.FormOf<RecommendationPaper>(), done.Form, count);
            if (context.Decide(tallied) is null)
            {
                return;
            }
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return;
        }

        context.Record(new BoxClosed(box.Id, done.Form.Submitted, done.Form.Root));
        context.Withdraw(TaskKinds.Recommend, new("票箱已关闭", "The box is closed"));
        if (RecommendationDecision.TiesOf(context.Election(), box.Group).Count > 0)
        {
            context.OpenTask(
                ForUnit(context, TaskKinds.RecommendationTie, Principals.Staff) with { Data = new(Box: box.Id, Group: box.Group) }, OnTieDecidedAsync);
            return;
        }

        await context.CompleteActivityWithOutcomesAsync("Done");
    }
}
