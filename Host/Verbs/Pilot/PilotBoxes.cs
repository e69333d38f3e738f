using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>Fills the boxes of an election and counts them by the rules, as the host does with the boxes of people.</summary>
internal static class PilotBoxes
{
    /// <summary>Everybody recommends the people wanted, or finds every nominee good.</summary>
    public static CloseBoxForm Close(PilotElection pilot, Election election, BoxState box)
    {
        if (box.Purpose == BoxPurpose.Recommendation)
        {
            var (sheet, cast) = Recommended(pilot, election, box);
            return new(box.Id, cast, Root(sheet, cast), FormReader.Write(RecommendationCount.Of(FormReader.Read<RecommendationPaper>(box.Form!.Value), Enumerable.Repeat(sheet, cast))));
        }

        var form = FormReader.Read<AssessmentPaper>(box.Form!.Value);
        var marks = Assessed(form);
        return new(box.Id, box.EligibleCount, Root(marks, box.EligibleCount), FormReader.Write(AssessmentCount.Of(form, Enumerable.Repeat(marks, box.EligibleCount))));
    }

    /// <summary>What lies in a box when everybody has cast, as bytes: one sheet for each who casts.</summary>
    public static IReadOnlyList<byte[]> Sheets(PilotElection pilot, Election election, BoxState box)
    {
        switch (box.Purpose)
        {
            case BoxPurpose.Recommendation:
                var (sheet, cast) = Recommended(pilot, election, box);
                return [.. Enumerable.Repeat(Bytes(sheet), cast)];
            case BoxPurpose.Ballot:
                var form = FormReader.Read<BallotForm>(box.Form!.Value);
                return Ballots(pilot, form.Contests, form.Paper(), box.EligibleCount);
            default:
                return [.. Enumerable.Repeat(Bytes(Assessed(FormReader.Read<AssessmentPaper>(box.Form!.Value))), box.EligibleCount)];
        }
    }

    private static (RecommendationSheet Sheet, int Cast) Recommended(PilotElection pilot, Election election, BoxState box)
    {
        var paper = FormReader.Read<RecommendationPaper>(box.Form!.Value);
        return (
            new(pilot.Lists(election, post => paper.Posts.First(known => known.Post == post.Post).Limit)),
            box.EligibleCount - (box.Group != Principals.Masses ? pilot.Organisation.NotRecommending : 0));
    }

    private static AssessmentSheet Assessed(AssessmentPaper form) =>
        new([.. form.People.Select((person, i) => new AssessmentMark(person, i % 3 == 0 ? Level.Competent : Level.Excellent))]);

    private static byte[] Bytes<T>(T sheet) => System.Text.Encoding.UTF8.GetBytes(FormReader.Write(sheet).GetRawText());

    /// <summary>The ballots of everybody present, as bytes in the box, counted.</summary>
    public static BallotAccountForm Vote(PilotElection pilot, Election election)
    {
        var voting = election.Voting;
        var counting = election.Parameters.Counting;
        var paper = new BallotForm(voting.Round, voting.Contests, counting).Paper();
        var voters = voting.Attendance!.Present.Count;
        var (stored, counted) = Count(pilot, voting, paper, counting, voters);
        return new(voting.Box!, voters, Root(stored), voters, voters, counted);
    }

    /// <summary>A count by hand of the same ballots on paper; the tellers' first may be wrong in a row.</summary>
    /// <param name="number">Number of the count.</param>
    public static HandCountForm ByHand(PilotElection pilot, Election election, int number)
    {
        var voting = election.Voting;
        var counting = election.Parameters.Counting;
        var paper = new BallotForm(voting.Round, voting.Contests, counting).Paper();
        var (_, counted) = Count(pilot, voting, paper, counting, voting.Attendance!.Present.Count);
        var slip = pilot.IsMiscounted(number) ? 1 : 0;
        return new([.. counted.Select((contest, c) => new HandContest(
            contest.Post, contest.Invalid,
            [.. contest.Names.Where(name => name.Printed).Select((name, i) => new HandName(name.Name, name.Approve - (c == 0 && i == 0 ? slip : 0), name.Against))],
            [.. contest.Names.Where(name => !name.Printed && name.Approve > 0).Select(name => new HandWriteIn(name.Name, name.Approve))]))]);
    }

    private static (byte[][] Stored, IReadOnlyList<ContestTally> Counted) Count(
        PilotElection pilot, VotingState voting, BallotPaper paper, CountingPolicy counting, int voters)
    {
        var stored = Ballots(pilot, voting.Contests, paper, voters);
        var tally = new Tally(paper, counting);
        foreach (var ballot in stored)
        {
            if (tally.Add(ballot) is { } fault)
            {
                throw new InvalidOperationException(fault.En);
            }
        }

        return (stored, tally.Result());
    }

    /// <summary>Spreads the approvals of each contest over the voters, one name after the other around the hall: nobody approves
    /// more than there are seats as long as all approvals together fit.</summary>
    private static byte[][] Ballots(PilotElection pilot, IReadOnlyList<BallotContest> contests, BallotPaper paper, int voters)
    {
        var pens = Enumerable.Range(0, voters).Select(_ => paper.Pen()).ToArray();
        for (var c = 0; c < paper.Contests.Count; c++)
        {
            var contest = paper.Contests[c];
            var approved = new HashSet<(int Voter, string Person)>();
            var seat = 0;
            foreach (var (person, votes) in pilot.VotesFor(contests[c], voters))
            {
                for (var i = 0; i < votes; i++)
                {
                    var voter = seat++ % voters;
                    approved.Add((voter, person));
                    _ = paper.IsPrinted(c, paper.PersonOf(c, person))
                        ? pens[voter].Set(contest.Post, person, Mark.Approve)
                        : pens[voter].Write(contest.Post, person);
                }
            }

            foreach (var person in contest.Candidates)
            {
                foreach (var voter in Enumerable.Range(0, voters).Where(voter => !approved.Contains((voter, person)) && voter % 5 > 0))
                {
                    pens[voter].Set(contest.Post, person, Mark.Against);
                }
            }
        }

        return [.. pens.Select(pen => BallotBytes.Write(paper, pen.Done()))];
    }

    private static string Root<T>(T sheet, int times) => Root(Enumerable.Repeat(Bytes(sheet), times));

    private static string Root(IEnumerable<byte[]> sheets) => Convert.ToHexStringLower(MerkleTree.Root([.. sheets.Select(sheet => MerkleTree.Leaf(sheet))]));
}
