using Gongtui.Activities.Approval;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class ApprovalAndNoticeTests
{
    [Fact]
    public void Approving_needs_a_number()
    {
        Assert.Equal("number", ApprovalDecision.Approve(Subjects.Plan, new(), Given.Superior, Given.Today).Refusal!.Field);
        Assert.Equal("3号", ApprovalDecision.Approve(Subjects.Plan, new("3号"), Given.Superior, Given.Today).Fact!.Number);
    }

    [Fact]
    public void Sending_back_and_declining_need_a_reason()
    {
        Assert.Equal("reason", ApprovalDecision.Return(Subjects.Plan, new("3号"), Given.Superior).Refusal!.Field);
        Assert.Equal("reason", ApprovalDecision.Decline(Subjects.Plan, new(Reason: " "), Given.Superior).Refusal!.Field);
        Assert.Equal("不妥", ApprovalDecision.Decline(Subjects.Plan, new(Reason: "不妥"), Given.Superior).Fact!.Reason);
    }

    [Theory]
    [InlineData("", "正文", "member", "title")]
    [InlineData("标题", "", "member", "body")]
    [InlineData("标题", "正文", "everybody", "audience")]
    [InlineData("标题", "正文", null, "audience")]
    public void A_notice_needs_title_text_and_audience(string title, string body, string? audience, string field) => Assert.Equal(
        field,
        NoticeDecision.Publish(Given.Planned(), NoticeKinds.Plan, new(title, body, audience is null ? [] : [audience]), Given.Today).Refusal!.Field);

    [Fact]
    public void A_text_beyond_the_limit_is_refused() => Assert.Equal(
        RefusalKinds.Malformed,
        NoticeDecision.Publish(Given.Planned(), NoticeKinds.Plan, new("标题", new('长', FormRules.LongText + 1), ["member"]), Given.Today).Refusal!.Kind);

    [Fact]
    public void The_draft_of_the_plan_notice_can_be_published_as_it_is()
    {
        var draft = NoticeText.For(Given.Planned(), NoticeKinds.Plan);
        var notice = NoticeDecision.Publish(Given.Planned(), NoticeKinds.Plan, draft, Given.Today).Fact!;

        Assert.Equal("notice-1", notice.Notice);
        Assert.Contains("2026年6月10日", notice.Body, StringComparison.Ordinal);
        Assert.Contains("委员：名额 3，差额", notice.Body, StringComparison.Ordinal);
    }
}
