using Gongtui.Activities.Rules.Ballots;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

public sealed class BallotPaperTests
{
    private static readonly Contest Member = new("member", 3, ["甲", "乙"], ["乙", "丙"]);
    private static readonly BallotPaper Paper = BallotPaper.Of([Member]);

    [Fact]
    public void Names_are_the_printed_then_the_other_eligible()
    {
        Assert.Equal(["甲", "乙", "丙"], Paper.NamesOf(0));
        Assert.Equal((0, -1, 2, -1), (Paper.ContestOf("member"), Paper.ContestOf("mayor"), Paper.PersonOf(0, "丙"), Paper.PersonOf(0, "丁")));
        Assert.Equal((true, false, false), (Paper.IsPrinted(0, 1), Paper.IsPrinted(0, 2), Paper.IsPrinted(0, WriteIn.Nobody)));
    }

    [Fact]
    public void Impossible_ballots_are_refused_with_reasons()
    {
        Assert.Empty(BallotPaper.Faults([Member]));
        Assert.NotEmpty(BallotPaper.Faults([]));
        Assert.NotEmpty(BallotPaper.Faults([Member, Member]));
        Assert.NotEmpty(BallotPaper.Faults([Member with { Seats = 0 }]));
        Assert.NotEmpty(BallotPaper.Faults([Member with { Candidates = ["甲", "甲"] }]));
        Assert.NotEmpty(BallotPaper.Faults([Member with { Eligible = [.. Enumerable.Range(0, 1_000_001).Select(i => $"{i}")] }]));
        Assert.NotEmpty(BallotPaper.Faults([.. Enumerable.Range(0, 256).Select(i => Member with { Post = $"{i}" })]));
        Assert.Throws<ArgumentException>(() => BallotPaper.Of([]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(511)]
    [InlineData(100_000)]
    public void Any_number_of_ballots_and_names_is_counted(int ballots)
    {
        string[] names = [.. Enumerable.Range(0, 37).Select(i => $"{i}")];
        var paper = BallotPaper.Of([new("a", 37, names, []), new("b", 37, names, [])]);
        var marks = new Mark[74];
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = (Mark)(i % 3);
        }

        var (tally, other) = (new Tally(paper, new()), new Tally(paper, new()));
        for (var i = 0; i < ballots; i++)
        {
            tally.Add(marks, []);
        }

        other.Add(marks, []);
        other.Merge(tally);
        foreach (var (contest, first) in other.Result().Zip([0, 37]))
        {
            Assert.Equal(ballots + 1, contest.Valid);
            Assert.All(contest.Names, (name, i) => Assert.Equal(
                ((first + i) % 3) switch { 0 => (0, 0, ballots + 1), 1 => (ballots + 1, 0, 0), _ => (0, ballots + 1, 0) },
                (name.Approve, name.Against, name.Abstain)));
        }
    }

    [Fact]
    public void A_pen_writes_only_what_the_paper_has()
    {
        Assert.Throws<ArgumentException>(() => Paper.Pen().Set("member", "丙", Mark.Approve));
        Assert.Throws<ArgumentException>(() => Paper.Pen().Set("mayor", "甲", Mark.Approve));
        Assert.Throws<ArgumentException>(() => Paper.Pen().Write("mayor", "甲"));
        Assert.Throws<ArgumentException>(() => new Tally(Paper, new()).Add([Mark.Approve], []));
        Assert.Throws<ArgumentException>(() => new Tally(Paper, new()).Merge(new(BallotPaper.Of([Member]), new())));
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 1 }, true)]
    [InlineData(new byte[] { 1, 0, 1, 0, 1, 2, 0 }, true)]
    [InlineData(new byte[] { 1, 0, 1, 0, 1, 0xFF, 0xFF }, true)]
    [InlineData(new byte[] { }, false)]
    [InlineData(new byte[] { 2, 0, 1 }, false)] // another version
    [InlineData(new byte[] { 1, 0, 3 }, false)] // no such mark
    [InlineData(new byte[] { 1, 0 }, false)]
    [InlineData(new byte[] { 1, 0, 1, 0 }, false)]
    [InlineData(new byte[] { 1, 0, 1, 1, 1, 2, 0 }, false)] // no such contest
    [InlineData(new byte[] { 1, 0, 1, 0, 2, 2, 0 }, false)]
    [InlineData(new byte[] { 1, 0, 1, 0, 1, 3, 0 }, false)] // no such person
    public void Bytes_from_outside_are_checked(byte[] bytes, bool right)
    {
        var tally = new Tally(Paper, new());
        Assert.Equal(right, tally.Add(bytes) is null);
        Assert.Equal(right ? 1 : 0, tally.Result()[0].Valid);
    }

    [Theory]
    [InlineData(65_534, 1, 5)]
    [InlineData(65_535, 2, 7)]
    [InlineData(100_000, 2, 7)]
    public void An_electorate_of_any_size_can_be_written_in(int eligible, byte version, int length)
    {
        var paper = BallotPaper.Of([new("member", 1, [], [.. Enumerable.Range(0, eligible).Select(i => $"{i}")])]);
        var ballot = paper.Pen().Write("member", $"{eligible - 1}").Done();
        var nobody = paper.Pen().Write("member", "无此人").Done();
        var bytes = BallotBytes.Write(paper, ballot);
        Assert.Equal((version, length), (bytes[0], bytes.Length));
        var tally = new Tally(paper, new());
        Assert.Null(tally.Add(bytes));
        Assert.Null(tally.Add(BallotBytes.Write(paper, nobody)));
        Assert.Equal(nobody.WriteIns.ToArray(), BallotBytes.Read(paper, BallotBytes.Write(paper, nobody)).WriteIns.ToArray());
        Assert.Equal([new NameTally($"{eligible - 1}", false, 1, 0, 0)], tally.Result()[0].Names);
        Assert.NotNull(BallotBytes.Fault(paper, [(byte)(3 - version), .. bytes.AsSpan(1)]));
        Assert.NotNull(BallotBytes.Fault(paper, [.. bytes.AsSpan(0, 3), .. version == 1 ? BitConverter.GetBytes((ushort)eligible) : BitConverter.GetBytes(eligible)]));
    }

    [Fact]
    public void A_ballot_with_hundreds_of_names_is_refused()
    {
        var many = new byte[3 + (4 * 256)];
        many[0] = 1;
        Assert.NotNull(BallotBytes.Fault(Paper, many));
        Assert.Null(BallotBytes.Fault(Paper, many.AsSpan(0, 3 + (4 * 255))));
        Assert.Throws<ArgumentException>(() => BallotBytes.Write(Paper, new(new Mark[1], default)));
    }
}
