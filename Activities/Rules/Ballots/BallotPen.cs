namespace Gongtui.Activities.Rules.Ballots;

/// <summary>Fills in one ballot by names, as a page or a teller's entry form does.</summary>
public sealed class BallotPen
{
    private readonly BallotPaper paper;
    private readonly Mark[] marks;
    private readonly List<WriteIn> writeIns = [];

    internal BallotPen(BallotPaper paper) => (this.paper, marks) = (paper, new Mark[paper.MarkCount]);

    /// <summary>Marks a printed name. The caller asks <see cref="BallotPaper.PersonOf(int, string)"/> first about names from outside.</summary>
    /// <exception cref="ArgumentException">No such post, or the name is not printed there.</exception>
    public BallotPen Set(string post, string name, Mark mark)
    {
        var contest = Contest(post);
        var person = paper.PersonOf(contest, name);
        if (!paper.IsPrinted(contest, person))
        {
            throw new ArgumentException($"\"{name}\" is not printed for \"{post}\".", nameof(name));
        }

        marks[paper.MarkOf(contest, person)] = mark;
        return this;
    }

    /// <summary>Writes a name in; one that belongs to nobody eligible stays on the ballot and is void in the count.</summary>
    /// <exception cref="ArgumentException">No such post.</exception>
    public BallotPen Write(string post, string name, bool marked = true)
    {
        var contest = Contest(post);
        writeIns.Add(new(contest, paper.PersonOf(contest, name), marked));
        return this;
    }

    /// <summary>The ballot as filled in so far.</summary>
    public Ballot Done() => new(marks.ToArray(), writeIns.ToArray());

    private int Contest(string post)
    {
        var contest = paper.ContestOf(post);
        return contest >= 0 ? contest : throw new ArgumentException($"There is no post \"{post}\" on this ballot.", nameof(post));
    }
}
