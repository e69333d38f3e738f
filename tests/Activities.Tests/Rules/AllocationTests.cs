using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>A rule allocates no more than its answer: numbers cost nothing, a verdict its words.</summary>
public sealed class AllocationTests
{
    private const int Times = 1000;

    private static readonly int[] Votes = [35, 28, 23, 23, 14, 20, 9, 31];

    public static TheoryData<string, Func<int>> Numbers { get; } = new()
    {
        { "F1", () => Differential.MinimumCandidates(7, Sample.J20) },
        { "F5", () => Quorum.Minimum(51, Sample.J20.Quorum) + Quorum.Missing(51, 40, Sample.J20.Quorum) + (Quorum.IsMet(51, 41, Sample.J90.Quorum) ? 1 : 0) },
        { "F6", () => BallotAccount.Stands(41, 40, 40, Sample.J20.ReturnedAtMost) ? 1 : 0 },
        { "F7", () => BallotValidity.Read(3, 4, 2, 1, 1, false, Sample.J20.Counting).Approvals },
        { "F9", () => Majority.Minimum(48, Sample.J20.Majority) + Majority.Base(MajorityBase.Present, 51, 48, 47) },
        { "F12", () => Sample.J20.ReduceSeats.Consent.Minimum(48) },
        { "F19", () => Term.Years(OrganisationKind.Branch) },
        { "F22", () => Statistics.Age(new(1968, 5, 2), new(2010, 7, 31)) },
        { "ratio", () => new Ratio(1, 5).CeilingOf(7) + new Ratio(1, 5).CompareTo(new(2, 10)) },
    };

    public static TheoryData<string, Func<Verdict>> Verdicts { get; } = new()
    {
        { "F1", () => Differential.Check(5, 6, Sample.J20) },
        { "F2", () => Differential.CheckEqual(1, 1) },
        { "F3", () => Differential.CheckInvestigation(5, 7, new(2, 5)) },
        { "F5", () => Quorum.Check(51, 41, Sample.J20) },
        { "F7", () => BallotValidity.Check(3, 4, Sample.J20) },
        { "F9", () => Majority.Check("甲", 24, 48, Sample.J20) },
        { "F12", () => Shortage.CheckClose(7, 6, Sample.J20) },
        { "F13", () => RoundTwo.Gate(5, 4) },
        { "F16", () => RecommendationCut.CheckParticipation(245, 250, new(new(98, 100), false)) },
        { "F17", () => AssessmentSummary.CheckParticipation(49, 60, new(new(4, 5), true)) },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_costs_nothing(string rule, Func<int> evaluate) => Assert.True(Bytes(() => evaluate()) == 0, rule);

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_verdict_costs_its_words(string rule, Func<Verdict> evaluate)
    {
        var verdict = evaluate();
        var answer = Bytes(() => new Verdict(
            verdict.Holds, verdict.Rule, verdict.Article, new string(verdict.Inequality.AsSpan()),
            new(new string(verdict.Sentence.Zh.AsSpan()), new string(verdict.Sentence.En.AsSpan()))));
        var spent = Bytes(() => evaluate());
        Assert.True(spent <= answer, $"{rule}: {spent} for an answer of {answer}");
    }

    [Fact]
    public void A_selection_costs_its_lists()
    {
        var chosen = Selection.Choose(Votes, 3, 41, Sample.J20.Majority);
        var answer = Bytes(() => new Selected([.. chosen.Elected], [.. chosen.Tied], chosen.TiedSeats, [.. chosen.WithoutSeat], chosen.Open));
        var spent = Bytes(() => Selection.Choose(Votes, 3, 41, Sample.J20.Majority));
        Assert.True(spent <= answer, $"{spent} for an answer of {answer}");
    }

    [Fact]
    public void A_ballot_costs_nothing_to_count()
    {
        var paper = Sample.Paper(3, 4);
        var stored = BallotBytes.Write(paper, Sample.Ballot(paper, "○A ○B ×C +X○"));
        var tally = new Tally(paper, Sample.J20.Counting);
        Assert.Equal(0, Bytes(() => tally.Add(stored)));
    }

    /// <summary>Bytes of one call, after the first.</summary>
    private static long Bytes(Func<object?> call)
    {
        call();
        return Measure(() => call());
    }

    private static long Bytes(Func<int> call)
    {
        call();
        return Measure(() => call());
    }

    private static long Measure(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Times; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Times;
    }
}
