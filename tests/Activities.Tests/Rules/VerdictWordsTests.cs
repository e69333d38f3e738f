using System.Text;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Rules.Plan;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>Every sentence that a rule can say, on both sides of its boundary, as officers read it: words.txt. A changed sentence is a
/// changed line there; with GONGTUI_WORDS=path the test writes the file anew.</summary>
public sealed class VerdictWordsTests
{
    [Fact]
    public void Every_sentence_is_as_it_was_read()
    {
        var found = string.Join('\n', All().Select(pair => $"{pair.Name}\n  {pair.Verdict.Line.Zh}\n  {pair.Verdict.Line.En}").Concat(Checklists()).Concat(Sources())) + "\n";
        if (Environment.GetEnvironmentVariable("GONGTUI_WORDS") is { } path)
        {
            File.WriteAllText(path, found);
        }

        using var reader = new StreamReader(typeof(VerdictWordsTests).Assembly.GetManifestResourceStream("words.txt")!, Encoding.UTF8);
        Assert.Equal(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'), found.Split('\n'));
    }

    private static IEnumerable<string> Checklists()
    {
        var standard = new PlanParameters
        {
            Posts =
            [
                new("secretary", new("书记", "Secretary"), 1, CandidateMode.Equal), new("member", new("委员", "Member"), 3, CandidateMode.Differential),
            ],
        };
        PlanParameters[] plans =
        [
            standard,
            standard with { RulePackId = "primary-1990", Calendar = "none", TieLoops = 10, Tellers = 1000, RetentionYears = 100, CloseToSeats = new(1, 1), OpenRunoffRatio = new(0, 1), AssessmentWeights = new(7, 3), Approvals = [.. standard.Approvals, new("plan", "committee")] },
            standard with { TieLoops = 11, Tellers = 1001, RetentionYears = 101, CloseToSeats = new(0, 1), OpenRunoffRatio = new(-1, 5), AssessmentWeights = new(0, 0), PublicityWorkingDays = 251, Approvals = [] },
            standard with { TieLoops = 0, Tellers = 0, RetentionYears = 0, CloseToSeats = new(3, 2), AssessmentWeights = new(3, -1), PublicityWorkingDays = 4, Approvals = [new("plan", "superior")] },
            standard with { TieLoops = 1, Tellers = 1, RetentionYears = 1, CloseToSeats = new(1, 5), AssessmentWeights = new(1, 0), InvestigationRatio = new(1, 5), RecommendationRatio = new(1, 5) },
            standard with { InvestigationRatio = new(1, 10), RecommendationParticipation = new(new(1, 1), false), AssessmentParticipation = new(new(1, 1), true), InvestigationBase = InvestigationBase.Recommended },
            standard with { Mode = VotingMode.NoCandidates, RecommendationRatio = new(1, 5), AssessmentWeights = new(2, 2), RecommendationParticipation = new(new(3, 2), false), KinBarred = true, ReduceSeatsStrict = true, RecommendationTie = CutTie.Again },
            standard with { Mode = VotingMode.TwoRounds, Posts = [standard.Posts[0] with { Seats = 3 }, standard.Posts[1]], Counting = new() { SeatPolicy = SeatPolicy.Separate, BallotScope = BallotScope.Ballot, ExcessWriteIns = ExcessWriteIns.VoidPart, RepeatedName = RepeatedName.HighestPost } },
            standard with { Mode = VotingMode.TwoRounds, Posts = [standard.Posts[0] with { Seats = 4 }, standard.Posts[1]] },
            standard with { Mode = VotingMode.TwoRounds, Posts = [standard.Posts[1]] },
            standard with { Posts = [standard.Posts[0] with { Candidates = 2 }, standard.Posts[0] with { Name = new("正职", "Head") }, standard.Posts[1] with { Seats = 0 }, standard.Posts[1] with { Post = "other", Seats = 1001 }] },
            standard with { Posts = [] },
            standard with { RulePackId = "none" },
        ];
        return plans.Index().SelectMany(plan => PlanChecklist.Of(plan.Item).Select(item =>
            $"plan {plan.Index} {item.Key} {item.Severity} {item.Rule}: {item.Name.Zh} = {item.Value.Zh} ({item.Default?.Zh}) {item.Message.Zh} {item.WhatToDo?.Zh}"));
    }

    private static IEnumerable<string> Sources() => typeof(Articles).GetProperties()
        .Select(property => (Article)property.GetValue(null)!)
        .Select(article => $"{article.Id}: {article.Display.Zh} / {article.Display.En}");

    private static IEnumerable<(string Name, Verdict Verdict)> All() =>
        Candidates().Concat(Meeting()).Concat(Ballots()).Concat(After()).Concat(Preparation());

    private static IEnumerable<(string Name, Verdict Verdict)> Candidates()
    {
        var local = RulePacks.ById("local-congress-2020")!;
        foreach (var (seats, people) in new[] { (0, 1), (5, 6), (7, 8) })
        {
            yield return ($"F1 2020 {seats} {people}", Differential.Check(seats, people, Sample.J20));
            yield return ($"F1 1990 {seats} {people}", Differential.Check(seats, people, Sample.J90));
        }

        foreach (var (seats, people) in new[] { (0, 0), (2, 2), (2, 3) })
        {
            yield return ($"F1 local {seats} {people}", Differential.Check(seats, people, local));
            yield return ($"F2 {seats} {people}", Differential.CheckEqual(seats, people));
        }

        foreach (var (seats, people) in new[] { (0, 0), (3, 5), (3, 4) })
        {
            yield return ($"F3 {seats} {people}", Differential.CheckInvestigation(seats, people, Differential.PilotInvestigation));
        }

        foreach (var (seats, eligible) in new[] { (0, 3), (1, 1), (3, 3), (3, 4), (5, 6) })
        {
            yield return ($"F15 {seats} {eligible}", OpenBallot.CheckDifferential(seats, eligible, new(1, 5)));
            yield return ($"F15 two fifths {seats} {eligible}", OpenBallot.CheckDifferential(seats, eligible, new(2, 5)));
        }

        foreach (var (due, present, yes) in new[] { (9, 6, 5), (7, 4, 4), (8, 6, 4), (0, 0, 0), (3, 4, 3), (5, 5, 5), (1, 1, 1), (9, 6, 7) })
        {
            var verdict = CommitteeDecision.Check(due, present, yes);
            yield return ($"F21 attendance {due} {present} {yes}", verdict.Attendance);
            yield return ($"F21 votes {due} {present} {yes}", verdict.Votes);
        }
    }

    private static IEnumerable<(string Name, Verdict Verdict)> Meeting()
    {
        foreach (var due in new[] { 0, 1 })
        {
            RollEntry[] roll = [.. Enumerable.Repeat(new RollEntry("甲", Standing.Full), due), new("乙", Standing.Probationary), new("丙", Standing.OnProbation), new("丁", Standing.Suspended)];
            yield return ($"F4 {due}", DueNumber.Count(roll).Proof);
        }

        yield return ("F4 back", DueNumber.Count([new("甲", Standing.Full, new(ExclusionGround.LongIncapable, "同意", true, true), true), new("乙", Standing.Full)]).Proof);
        foreach (var (due, present) in new[] { (0, 0), (1, 0), (1, 1), (50, 40) })
        {
            yield return ($"F5 2020 {due} {present}", Quorum.Check(due, present, Sample.J20));
            yield return ($"F5 1990 {due} {present}", Quorum.Check(due, present, Sample.J90));
        }

        foreach (var (tellers, adopted) in new[] { (1, false), (2, true), (3, true) })
        {
            var people = new[] { "甲", "乙", "丙" }[..tellers];
            foreach (var (i, verdict) in TellerFitness.Check(people, new HashSet<string> { "甲", "乙" }, new HashSet<string> { "乙", "丁" }, 2, adopted, [new("甲", "丁")], true).Index())
            {
                yield return ($"F20 {tellers} {i}", verdict);
            }
        }
    }

    private static IEnumerable<(string Name, Verdict Verdict)> Ballots()
    {
        BallotAccount[] accounts =
        [
            new(51, 41, 45, 41, 3, 1, 41, 41), new(40, 41, 45, 42, 3, 1, 43, 44), new(41, 41, 41, 41, 0, 0, 40, 41), new(41, 41, 41, 41, 0, 0, null, 41),
            new(41, 41, 41, 41, 0, 0, null, 42), new(42, 41, 41, 40, 1, 0, 39, 38),
        ];
        foreach (var (i, account) in accounts.Index())
        {
            foreach (var (pack, j) in new[] { (Sample.J20, 0), (Sample.J90, 1) })
            {
                foreach (var (k, check) in account.Check(pack).Checks.Index())
                {
                    yield return ($"F6 {i} {j} {k}", check);
                }
            }
        }

        yield return ("F6 counted", BallotAccount.CheckCounted(41, 40, 1, Sample.J20));
        yield return ("F6 miscounted", BallotAccount.CheckCounted(41, 40, 2, Sample.J20));
        foreach (var (part, whole) in new[] { (2, 3), (3, 3), (4, 3) })
        {
            yield return ($"F7 {part} {whole}", BallotValidity.Check(whole, part, Sample.J20));
            yield return ($"F8 {part} {whole}", BallotValidity.CheckWriteIns(part, whole, Sample.J20));
        }

        foreach (var (votes, whole) in new[] { (25, 48), (24, 48), (23, 48) })
        {
            yield return ($"F9 {votes} {whole}", Majority.Check("甲", votes, whole, Sample.J20));
        }

        yield return ("F9 due", Majority.Check("甲", 20, 48, RulePacks.ById("local-congress-2020")!));
        yield return ("F9 valid", Majority.Check("甲", 20, 48, Sample.J20 with { MajorityBase = MajorityBase.Valid }));
    }

    private static IEnumerable<(string Name, Verdict Verdict)> After()
    {
        (string, int)[][] counts =
        [
            [("甲", 35), ("乙", 28), ("丙", 23), ("丁", 23), ("戊", 14)],
            [("甲", 30), ("乙", 30), ("丙", 22), ("丁", 21)],
            [("甲", 20), ("乙", 9)],
        ];
        foreach (var (i, count) in counts.Index())
        {
            foreach (var person in CombinedBallot.Decide([Sample.Counted("member", 3, 41, count)], 45, 41, SeatPolicy.SeatOnce, Sample.J20, new Dictionary<string, string> { ["戊"] = "书记" })[0].People)
            {
                yield return ($"F10 {i} {person.Name} {person.Fate}", person.Proof);
            }

            foreach (var person in Runoff.Decide(Sample.Counted("member", 2, 41, count[1..]), Sample.J20).People)
            {
                yield return ($"F11 {i} {person.Name} {person.Fate}", person.Proof);
            }
        }

        foreach (var (seats, elected) in new[] { (7, 6), (5, 4), (5, 3), (5, 0), (1, 1) })
        {
            yield return ($"F12 close {seats} {elected}", Shortage.CheckClose(seats, elected, Sample.J20));
            yield return ($"F13 gate {seats} {elected}", RoundTwo.Gate(seats, elected));
            yield return ($"F13 reduced {seats} {elected}", RoundTwo.Gate(seats, elected, elected));
        }

        foreach (var (yes, present) in new[] { (24, 48), (23, 48), (0, 0), (1, 1) })
        {
            yield return ($"F12 consent {yes} {present}", Shortage.CheckConsent(yes, present, Sample.J20));
        }

        yield return ("F13 eligible", RoundTwo.CheckEligible("甲", ["甲", "乙"]));
        yield return ("F13 not eligible", RoundTwo.CheckEligible("丙", ["甲", "乙"]));
        yield return ("F22 shares", Statistics.CheckShares([74, 22, 4]));
        yield return ("F22 wrong shares", Statistics.CheckShares([74, 22, 5]));
    }

    private static IEnumerable<(string Name, Verdict Verdict)> Preparation()
    {
        var (inclusive, strict) = (new Threshold(new(98, 100), false), new Threshold(new(4, 5), true));
        foreach (var (took, all) in new[] { (0, 0), (1, 1), (0, 1), (245, 250), (244, 250) })
        {
            yield return ($"F16 participation {took} {all}", RecommendationCut.CheckParticipation(took, all, inclusive));
            yield return ($"F17 {took} {all}", AssessmentSummary.CheckParticipation(took, all, strict));
        }

        yield return ("F16 58", RecommendationCut.Check("甲", 58, 115));
        yield return ("F16 57", RecommendationCut.Check("甲", 57, 115));
        var calendar = WorkCalendar.Of("cn");
        foreach (var (from, to) in new[] { ("2025-09-26", "2025-10-10"), ("2025-09-26", "2025-10-09"), ("2026-03-02", "2026-03-09"), ("2025-04-03", "2025-04-10"), ("2019-03-01", "2019-03-08"), ("2010-06-10", "2010-06-18"), ("2026-12-25", "2027-01-05") })
        {
            yield return ($"F18 {from} {to}", WorkingDays.Check(Day(from), Day(to), 5, calendar));
        }

        var term = Term.Dates(Day("2023-05-18"), 3);
        foreach (var (day, approved) in new[] { ("2026-05-18", false), ("2026-05-19", false), ("2026-06-01", true), ("2027-06-01", true), ("2025-06-01", true) })
        {
            yield return ($"F19 2020 {day}", Term.CheckShift(term, Day(day), approved, Sample.J20));
            yield return ($"F19 1990 {day}", Term.CheckShift(term, Day(day), approved, Sample.J90));
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
