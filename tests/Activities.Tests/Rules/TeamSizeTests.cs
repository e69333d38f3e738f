using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>R11c: sizes of organisations and teams.</summary>
public sealed class TeamSizeTests
{
    [Theory]
    [InlineData(OrganisationKind.Branch, 6, 1, true)]
    [InlineData(OrganisationKind.Branch, 6, 2, true)]
    [InlineData(OrganisationKind.Branch, 6, 3, false)]
    [InlineData(OrganisationKind.Branch, 7, 2, false)]
    [InlineData(OrganisationKind.Branch, 7, 3, true)]
    [InlineData(OrganisationKind.Branch, 40, 7, true)]
    [InlineData(OrganisationKind.Branch, 40, 8, false)]
    [InlineData(OrganisationKind.GeneralBranch, 60, 4, false)]
    [InlineData(OrganisationKind.GeneralBranch, 60, 5, true)]
    [InlineData(OrganisationKind.GeneralBranch, 60, 9, true)]
    [InlineData(OrganisationKind.GeneralBranch, 60, 10, false)]
    [InlineData(OrganisationKind.Committee, 200, 4, false)]
    [InlineData(OrganisationKind.Committee, 200, 5, true)]
    [InlineData(OrganisationKind.Committee, 200, 9, true)]
    [InlineData(OrganisationKind.Committee, 200, 10, false)]
    public void A_team_has_the_size_of_its_kind(OrganisationKind kind, int members, int seats, bool holds)
    {
        var (least, _, most) = TeamSize.Of(kind, members);
        var verdict = TeamSize.Check(kind, members, seats);
        Assert.Equal((holds, "R11c", $"{least} ≤ {seats} ≤ {most}"), (verdict.Holds, verdict.Rule, verdict.Inequality));
        Assert.Equal(!holds, verdict.Sentence.En.EndsWith("change the seats.", StringComparison.Ordinal));
        Assert.Equal(!holds, verdict.Sentence.Zh.EndsWith("请调整名额。", StringComparison.Ordinal));
    }

    [Fact]
    public void The_usual_size_is_said_apart_from_the_most()
    {
        Assert.Equal("A team of 3; usual are 3–5, at most 7.", TeamSize.Check(OrganisationKind.Branch, 20, 3).Sentence.En);
        Assert.Equal("班子共 5 人，一般为 5–7 人，不超过 9 人。", TeamSize.Check(OrganisationKind.GeneralBranch, 60, 5).Sentence.Zh);
        Assert.Equal("A team of 6; usual are 5–9.", TeamSize.Check(OrganisationKind.Committee, 120, 6).Sentence.En);
    }

    [Fact]
    public void Only_a_branch_has_its_size_from_the_regulation_on_branches()
    {
        Assert.Contains("支部工作条例", TeamSize.Check(OrganisationKind.Branch, 20, 3).Article.Display.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("支部工作条例", TeamSize.Check(OrganisationKind.GeneralBranch, 60, 5).Article.Display.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("支部工作条例", TeamSize.Check(OrganisationKind.Committee, 120, 6).Article.Display.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, OrganisationKind.Branch)]
    [InlineData(50, OrganisationKind.Branch)]
    [InlineData(51, OrganisationKind.GeneralBranch)]
    [InlineData(100, OrganisationKind.GeneralBranch)]
    [InlineData(101, OrganisationKind.Committee)]
    public void A_number_of_members_makes_a_kind(int members, OrganisationKind? kind) => Assert.Equal(kind, TeamSize.KindFor(members));

    [Theory]
    [InlineData(VotingMode.Combined, 3, null, Severity.Note)] // 1+1+3 of 3–7
    [InlineData(VotingMode.Combined, 6, null, Severity.Warn)] // 1+1+6 of 3–7
    [InlineData(VotingMode.TwoRounds, 6, null, Severity.Note)] // secretary and deputy are among the six
    [InlineData(VotingMode.Combined, 3, 6, Severity.Warn)] // six members need no committee
    public void The_checklist_warns_about_a_team_of_an_odd_size(VotingMode mode, int members, int? roll, Severity severity)
    {
        var plan = new PlanParameters
        {
            Mode = mode,
            Organisation = OrganisationKind.Branch,
            Posts =
            [
                new("secretary", new("书记", "Secretary"), 1, CandidateMode.Equal), new("deputy", new("副书记", "Deputy"), 1, CandidateMode.Equal),
                new("member", new("委员", "Member"), members, CandidateMode.Differential),
            ],
        };
        var item = PlanChecklist.Of(plan, roll).Single(item => item.Key == "organisation");
        Assert.Equal((severity, "支部", severity == Severity.Note), (item.Severity, item.Value.Zh, item.Proof!.Holds));
        Assert.DoesNotContain(PlanChecklist.Of(plan with { Organisation = null }), other => other.Key == "organisation");
        Assert.DoesNotContain(PlanChecklist.Of(plan with { Posts = [] }), other => other.Key == "organisation");
    }
}
