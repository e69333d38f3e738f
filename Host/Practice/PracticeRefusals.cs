using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Practice;

/// <summary>Why something cannot be done about a rehearsal.</summary>
internal static class PracticeRefusals
{
    public static Refusal Full { get; } = new(
        Kinds.Conflict, new($"同时最多进行 {PracticeHall.Most} 场演练。", $"At most {PracticeHall.Most} rehearsals at a time."), Expected: $"≤ {PracticeHall.Most}",
        NextStep: new("请先丢弃一场，或等它到时自动丢弃。", "Throw one away first, or wait until its time is over."));

    public static Refusal Gone { get; } = new(
        Kinds.NotFound, new("这场演练已经结束或被丢弃。", "This rehearsal is over or was thrown away."),
        NextStep: new("请从程序页面重新开始演练。", "Start another one from the procedure's page."));

    public static Refusal NotThere { get; } = new(
        Kinds.NotFound, new("演练中没有这个页面：卷宗、接口、设计和设置只属于真实的选举。", "There is no such page in a rehearsal: dossiers, the API, design and settings belong to real elections."),
        NextStep: new("请返回演练的选举页面。", "Go back to the rehearsal's election."));

    public static Refusal NotRunnable { get; } = new(
        Kinds.Conflict, new("这张图还不能运行，或是组合环节，不能演练。", "This diagram cannot run yet, or is a section: it cannot be rehearsed."),
        NextStep: new("请先按检查结果改正。", "Correct what the check lists first."));
}
