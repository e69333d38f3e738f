using Gongtui.Activities.Rules;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

[Binding]
[Scope(Feature = "法定人数")]
public sealed class QuorumSteps
{
    private RulePack? pack;
    private int due;
    private int present;

    [Given("适用规则\"(.*)\"")]
    public void Under(string id) => pack = RulePacks.ById(id);

    [When("应到会 (.*) 人，实到会 (.*) 人")]
    public void Attendance(int dueToAttend, int presentWithRight) => (due, present) = (dueToAttend, presentWithRight);

    [Then("会议(可以|不能)选举，还差 (.*) 人")]
    public void Meeting(string may, int missing)
    {
        Assert.Equal(may == "可以", Quorum.Check(due, present, pack!).Holds);
        Assert.Equal(missing, Quorum.Missing(due, present, pack!.Quorum));
    }
}
