using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>Reads a sheet against its paper before it goes into the box: a digital ballot that would be invalid is handed back to the
/// voter, with what to do, instead of being counted as invalid (F7, F8).</summary>
/// <param name="form">The paper of the open round.</param>
/// <param name="nameOf">Printed name of a person.</param>
/// <param name="articleOf">Source of a rule, F7 or F8; null where it is not known.</param>
public sealed class BallotReading(BallotForm form, Func<string, string> nameOf, Func<string, Text?> articleOf)
{
    private readonly BallotPaper paper = form.Paper();

    /// <summary>Everything that stands against the sheet, in the order of the paper; empty when <see cref="Write"/> will take it.
    /// <see cref="Refusal.Field"/> names the post.</summary>
    public IReadOnlyList<Refusal> Problems(BallotSheet sheet)
    {
        if (sheet.Round != form.Round) return [Stale(sheet.Round)];
        if (sheet.Contests.FirstOrDefault(part => paper.ContestOf(part.Post) < 0) is { } stranger) return [Malformed(stranger.Post)];
        if (sheet.Contests.GroupBy(part => part.Post, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return [Malformed(twice.Key)];
        return [.. form.Contests.SelectMany(contest => Part(contest, Lines(sheet, contest)))];
    }

    /// <summary>The bytes for the box, the same for the same marks however they were handed in. Only for a sheet without <see cref="Problems"/>.</summary>
    public byte[] Write(BallotSheet sheet)
    {
        var pen = paper.Pen();
        foreach (var contest in form.Contests)
        {
            foreach (var line in Lines(sheet, contest).Where(line => line.Person.Length > 0)) pen.Set(contest.Post, line.Person, line.Mark);
            // In the order of the paper: the order of writing would be a mark of the writer.
            foreach (var person in Lines(sheet, contest).Select(line => Resolve(contest, line.Instead)).OfType<string>()
                .OrderBy(person => paper.PersonOf(paper.ContestOf(contest.Post), person)))
                pen.Write(contest.Post, person);
        }

        return BallotBytes.Write(paper, pen.Done());
    }

    private static IReadOnlyList<BallotLine> Lines(BallotSheet sheet, BallotContest contest) =>
        sheet.Contests.FirstOrDefault(part => part.Post == contest.Post)?.Lines ?? [];

    private IEnumerable<Refusal> Part(BallotContest contest, IReadOnlyList<BallotLine> lines)
    {
        var open = contest.Candidates.Count == 0;
        if (lines.Any(line => (open ? line.Person.Length > 0 : !contest.Candidates.Contains(line.Person)) || !Enum.IsDefined(line.Mark))
            || (!open && lines.Select(line => line.Person).Distinct(StringComparer.Ordinal).Count() != lines.Count))
        {
            yield return Malformed(contest.Post);
            yield break;
        }

        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line.Instead)))
            if (WriteIn(contest, line, written) is { } refusal) yield return refusal;

        var approvals = lines.Count(line => line.Mark == Mark.Approve && line.Person.Length > 0) + written.Count;
        if (approvals > contest.Seats)
            yield return new Refusal(
                RefusalKinds.Rule,
                new($"{contest.Name.Zh}赞成了 {approvals} 人，多于名额 {contest.Seats}；投入票箱将成为无效票，所以没有投入。",
                    $"{approvals} approved for {contest.Name.En}, more than {contest.Seats} seats: it would be invalid, so it was not cast."),
                $"≤ {contest.Seats}", $"{approvals}", articleOf("F7"),
                new("请把多出的 ○ 改为 × 或不作标记，或减少另选的人，再投票。", "Turn the ○ that are too many into × or leave them empty, or write in fewer; then vote."),
                contest.Post);
    }

    /// <summary>Why a name cannot be written in, or null; notes the person written.</summary>
    private Refusal? WriteIn(BallotContest contest, BallotLine line, HashSet<string> written)
    {
        if (contest.Eligible.Count == 0)
            return Wrong(contest, new("本轮只能在列出的人中选择，不能另选他人。", "This round is among the names listed; nobody can be written in."));
        if (contest.Candidates.Count > 0 && line.Mark != Mark.Against)
            return Wrong(contest,
                new($"没有对{nameOf(line.Person)}划 ×，不能另选他人；弃权的不能另选。", $"Nobody can be written in beside {nameOf(line.Person)} without a ×; whoever abstains cannot write in."),
                new("请先划 ×，或清空另选的姓名。", "Mark × first, or empty the name."));
        if (Resolve(contest, line.Instead) is not { } person)
            return Wrong(contest,
                new("另选的姓名不在有被选举权的人员中。", "The name written in belongs to nobody who may be elected."),
                new("请从名单中选择，同名的须带区别标记。", "Choose from the list; people of the same name carry a mark."));
        if (contest.Candidates.Contains(person))
            return Wrong(contest,
                new($"{nameOf(person)}已印在{contest.Name.Zh}的候选人中。", $"{nameOf(person)} is printed for {contest.Name.En} already."),
                new("赞成他请直接划 ○。", "To approve, mark ○ beside the printed name."));
        return written.Add(person)
            ? null
            : Wrong(contest, new($"{nameOf(person)}在{contest.Name.Zh}中另选了两次。", $"{nameOf(person)} is written in twice for {contest.Name.En}."));
    }

    /// <summary>The same sheet with every written name as a person id. Only for a sheet without <see cref="Problems"/>.</summary>
    public BallotSheet Resolved(BallotSheet sheet) => sheet with
    {
        Contests =
        [
            .. form.Contests.Select(contest => new ContestPart(
                contest.Post, [.. Lines(sheet, contest).Select(line => line with { Instead = Resolve(contest, line.Instead) })])),
        ],
    };

    private string? Resolve(BallotContest contest, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var name = text.Trim();
        if (contest.Eligible.Contains(name)) return name;
        // A bare name that others bear with a mark means nobody in particular.
        return contest.Eligible.Any(person => nameOf(person).StartsWith($"{name}（", StringComparison.Ordinal))
            ? null
            : contest.Eligible.FirstOrDefault(person => nameOf(person) == name);
    }

    private Refusal Wrong(BallotContest contest, Text message, Text? next = null) => new(
        RefusalKinds.Rule, message, Article: articleOf("F8"), NextStep: next ?? new("请改正后再投票。", "Correct it, then vote."), Field: contest.Post);

    private static Refusal Malformed(string post) => new(
        RefusalKinds.Malformed,
        new("选票与本轮的版式不符，没有投入票箱。", "The ballot does not fit this round's paper and was not cast."),
        NextStep: new("请重新打开投票页填写。", "Open the voting page again and fill it in."), Field: post);

    private Refusal Stale(int round) => new(
        RefusalKinds.Time,
        new("这是另一轮的选票，没有投入票箱。", "This ballot is of another round and was not cast."),
        Expected: $"{form.Round}", Found: $"{round}",
        NextStep: new("请重新打开投票页，填写本轮选票。", "Open the voting page again for this round's ballot."));
}
