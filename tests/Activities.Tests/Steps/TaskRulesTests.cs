using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class TaskRulesTests
{
    private static readonly Election WithTask = Given.Planned().After(new TaskOpened(
        "notice-1", TaskKinds.Notice, new("发布公告", "Publish"), [Principals.Unit("zhujian", Principals.Staff)], [Principals.Person("late")], "7", "7-3"));

    private static readonly Actor Late = new("late", "迟工", Given.Staff.Principals);

    [Fact]
    public void Whoever_is_meant_may_complete() =>
        Assert.Null(TaskRules.MayComplete(WithTask, "7", TaskKinds.Notice, new("notice-1", Decisions.Publish), Given.Staff));

    [Fact]
    public void A_stranger_is_told_for_whom_the_task_is()
    {
        var refusal = TaskRules.MayComplete(WithTask, "7", TaskKinds.Notice, new("notice-1", Decisions.Publish), Given.Superior)!;

        Assert.Equal(RefusalKinds.NotAssigned, refusal.Kind);
        Assert.Equal("unit:zhujian:staff", refusal.Expected);
        Assert.NotNull(refusal.NextStep);
    }

    [Fact]
    public void Four_eyes_exclude_an_assignee() => Assert.Equal(
        RefusalKinds.Excluded,
        TaskRules.MayComplete(WithTask, "7", TaskKinds.Notice, new("notice-1", Decisions.Publish), Late)!.Kind);

    [Theory]
    [InlineData("notice-2", RefusalKinds.UnknownTask)]
    [InlineData("notice-0", RefusalKinds.UnknownTask)]
    [InlineData("nonsense", RefusalKinds.UnknownTask)]
    [InlineData("", RefusalKinds.UnknownTask)]
    public void A_task_that_never_was_is_unknown(string task, string kind) => Assert.Equal(
        kind, TaskRules.MayComplete(WithTask, "7", TaskKinds.Notice, new(task, Decisions.Publish), Given.Staff)!.Kind);

    [Fact]
    public void A_task_of_another_step_cannot_be_completed_here() => Assert.NotNull(
        TaskRules.MayComplete(WithTask, "8", TaskKinds.Notice, new("notice-1", Decisions.Publish), Given.Staff));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_closed_task_is_known_to_be_closed(bool completed)
    {
        object fact = completed
            ? new TaskCompleted("notice-1", TaskKinds.Notice, "staff", "吴工", Decisions.Publish)
            : new TaskWithdrawn("notice-1", new("不需要", "not needed"));

        Assert.Equal(RefusalKinds.TaskClosed,
            TaskRules.MayComplete(WithTask.After(fact), "7", TaskKinds.Notice, new("notice-1", Decisions.Publish), Given.Staff)!.Kind);
    }

    [Fact]
    public void A_decision_that_is_not_offered_is_refused()
    {
        var refusal = TaskRules.MayComplete(WithTask, "7", TaskKinds.Notice, new("notice-1", Decisions.Approve), Given.Staff)!;

        Assert.Equal((RefusalKinds.UnknownDecision, "publish", "approve"), (refusal.Kind, refusal.Expected, refusal.Found));
    }

    [Fact]
    public void A_claim_keeps_others_out_until_it_is_released()
    {
        var other = Given.Staff with { Id = "other", Name = "他人" };
        Assert.Null(TaskRules.MayClaim(WithTask, new("notice-1", "other"), other));

        var claimed = WithTask.After(new TaskClaimed("notice-1", "other"));
        Assert.Equal(RefusalKinds.Claimed, TaskRules.MayComplete(claimed, "7", TaskKinds.Notice, new("notice-1", Decisions.Publish), Given.Staff)!.Kind);
        Assert.Equal(RefusalKinds.Claimed, TaskRules.MayClaim(claimed, new("notice-1", Given.Staff.Id), Given.Staff)!.Kind);
        Assert.Equal(RefusalKinds.Duplicate, TaskRules.MayClaim(claimed, new("notice-1", "other"), other)!.Kind);
        Assert.Equal(RefusalKinds.NotAssigned, TaskRules.MayRelease(claimed, new("notice-1", Given.Staff.Id), Given.Staff)!.Kind);
        Assert.Null(TaskRules.MayRelease(claimed, new("notice-1", "other"), other));

        var released = claimed.After(new TaskReleased("notice-1", "other"));
        Assert.Null(TaskRules.MayComplete(released, "7", TaskKinds.Notice, new("notice-1", Decisions.Publish), Given.Staff));
    }

    [Fact]
    public void Nobody_claims_for_somebody_else() =>
        Assert.Equal(RefusalKinds.NotAssigned, TaskRules.MayClaim(WithTask, new("notice-1", "other"), Given.Staff)!.Kind);

    [Fact]
    public void A_person_is_their_own_principal() =>
        Assert.True(new Actor("a01", "甲", []).IsOneOf([Principals.Person("a01")]));

    [Fact]
    public void Every_kind_is_in_the_catalogue_once() =>
        Assert.Equal(
            typeof(TaskKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(),
            TaskCatalog.All.Select(kind => kind.Id).Order());
}
