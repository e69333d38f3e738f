using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Tasks;
using Xunit;

namespace Gongtui.Activities.Tests.Steps;

public sealed class AdmissionTests
{
    private static readonly Election Noticed = Given.Planned().After(
        new NoticePublished("notice-1", NoticeKinds.Plan, "公告", "正文", [Principals.Member], Given.Today));

    [Theory]
    [InlineData("a01")]
    [InlineData("b1")]
    public void Whoever_is_addressed_can_confirm_reading(string person) => Assert.Null(Read(Noticed, person, person));

    [Theory]
    [InlineData("c1", "c1", RefusalKinds.NotAssigned)]
    [InlineData("a01", "a02", RefusalKinds.NotAssigned)]
    [InlineData("zz", "zz", RefusalKinds.NotAssigned)]
    public void Nobody_else_can(string person, string actor, string kind) => Assert.Equal(kind, Read(Noticed, person, actor)!.Kind);

    [Fact]
    public void Once_is_enough() =>
        Assert.Equal(RefusalKinds.Duplicate, Read(Noticed.After(new NoticeRead("notice-1", "a01")), "a01", "a01")!.Kind);

    [Fact]
    public void An_unknown_notice_is_refused() => Assert.Equal(
        RefusalKinds.Unknown,
        Admission.Check(Noticed, nameof(NoticeRead), FormReader.Write(new NoticeRead("notice-9", "a01")), Given.Voter("a01"))!.Kind);

    [Theory]
    [InlineData("TaskCompleted", "{}", RefusalKinds.Unknown)]
    [InlineData("ContestsCounted", "{}", RefusalKinds.Unknown)]
    [InlineData("NoticeRead", "{}", RefusalKinds.Malformed)]
    [InlineData("NoticeRead", "[1]", RefusalKinds.Malformed)]
    [InlineData("TaskClaimed", "{\"task\":\"x\",\"by\":null}", RefusalKinds.Malformed)]
    [InlineData("TaskClaimed", "{\"task\":\"x\",\"by\":\"a01\"}", RefusalKinds.UnknownTask)]
    [InlineData("TaskReleased", "{\"task\":\"x\",\"by\":\"a01\"}", RefusalKinds.UnknownTask)]
    public void Nothing_else_gets_in(string name, string payload, string kind) => Assert.Equal(
        kind, Admission.Check(Noticed, name, JsonSerializer.Deserialize<JsonElement>(payload), Given.Voter("a01"))!.Kind);

    private static Refusal? Read(Election election, string person, string actor) =>
        Admission.Check(election, nameof(NoticeRead), FormReader.Write(new NoticeRead("notice-1", person)), Given.Voter(actor));
}
