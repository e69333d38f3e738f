namespace Gongtui.Activities.Rules.Ballots;

/// <summary>One combined ballot: its contests, highest post first, laid out so that counting works on indexes alone.
/// Immutable; share it between threads.</summary>
public sealed class BallotPaper
{
    /// <summary>Names for one post, printed and eligible: ten times the largest electorate that is expected.</summary>
    public const int MostNames = 1_000_000;

    private readonly Dictionary<string, int>[] indexes;

    private BallotPaper(IReadOnlyList<Contest> contests)
    {
        Contests = contests;
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        var slots = new ContestSlots[contests.Count];
        indexes = new Dictionary<string, int>[contests.Count];
        var (mark, name) = (0, 0);
        for (var c = 0; c < slots.Length; c++)
        {
            string[] names = [.. contests[c].Candidates.Union(contests[c].Eligible, StringComparer.Ordinal)];
            var printed = contests[c].Candidates.Count;
            indexes[c] = names.Select((text, i) => (text, i)).ToDictionary(x => x.text, x => x.i, StringComparer.Ordinal);
            slots[c] = new(contests[c].Seats, mark, printed, name, names, [.. names.Select(Person)], []);
            mark += printed;
            name += names.Length;
        }

        var shared = slots.SelectMany(slot => slot.People).CountBy(person => person).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet();
        slots = [.. slots.Select(slot => slot with { Shared = [.. Enumerable.Range(0, slot.Printed).Where(i => shared.Contains(slot.People[i]))] })];
        (Slots, MarkCount, NameCount, PersonCount) = (slots, mark, name, people.Count);
        IsWide = slots.Any(slot => slot.Names.Length > BallotBytes.MostNarrowNames);

        int Person(string text) => people.TryGetValue(text, out var id) ? id : people[text] = people.Count;
    }

    /// <summary>The contests, highest post first.</summary>
    public IReadOnlyList<Contest> Contests { get; }

    /// <summary>Marks on one ballot: the printed names of all contests together.</summary>
    public int MarkCount { get; }

    internal ContestSlots[] Slots { get; }

    /// <summary>Whether a name of this paper takes four bytes, see <see cref="BallotBytes"/>.</summary>
    internal bool IsWide { get; }

    internal int NameCount { get; }

    internal int PersonCount { get; }

    /// <summary>What is wrong with contests that cannot be laid out; empty when <see cref="Of"/> will accept them.</summary>
    public static IReadOnlyList<Text> Faults(IReadOnlyList<Contest> contests)
    {
        var faults = new List<Text>();
        if (contests.Count is 0 or > byte.MaxValue)
        {
            faults.Add(new("选票上须有 1 至 255 项职务。", "A ballot needs 1 to 255 contests."));
        }

        foreach (var post in contests.GroupBy(contest => contest.Post, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add(new($"职务“{post.Key}”重复。", $"The post \"{post.Key}\" stands twice on the ballot."));
        }

        foreach (var contest in contests)
        {
            if (contest.Seats < 1)
            {
                faults.Add(new($"职务“{contest.Post}”的名额为 {contest.Seats}，至少应为 1。", $"The post \"{contest.Post}\" has {contest.Seats} seats; there must be at least 1."));
            }

            if ((long)contest.Candidates.Count + contest.Eligible.Count > MostNames)
            {
                faults.Add(new($"职务“{contest.Post}”的姓名多于 {MostNames} 个。", $"The post \"{contest.Post}\" has more than {MostNames} names."));
            }

            foreach (var name in contest.Candidates.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                faults.Add(new($"职务“{contest.Post}”的候选人“{name.Key}”重复；同名者须加注区别。",
                    $"The candidate \"{name.Key}\" stands twice for \"{contest.Post}\"; mark people of the same name apart."));
            }
        }

        return faults;
    }

    /// <summary>Lays out contests without <see cref="Faults"/>.</summary>
    /// <exception cref="ArgumentException">The contests have faults.</exception>
    public static BallotPaper Of(IReadOnlyList<Contest> contests)
    {
        var faults = Faults(contests);
        return faults.Count == 0 ? new(contests) : throw new ArgumentException(faults[0].En, nameof(contests));
    }

    /// <summary>Names of a contest: the printed in order, then the eligible who are not printed.</summary>
    public IReadOnlyList<string> NamesOf(int contest) => Slots[contest].Names;

    /// <summary>Index of a contest by its post, or -1.</summary>
    public int ContestOf(string post)
    {
        for (var c = 0; c < Contests.Count; c++)
        {
            if (Contests[c].Post == post)
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Index of a name in a contest, or <see cref="WriteIn.Nobody"/>; printed names come first.</summary>
    public int PersonOf(int contest, string name) => indexes[contest].GetValueOrDefault(name, WriteIn.Nobody);

    /// <summary>As above for a name that is not a string yet; allocates nothing.</summary>
    public int PersonOf(int contest, ReadOnlySpan<char> name) =>
        indexes[contest].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var person) ? person : WriteIn.Nobody;

    /// <summary>Whether an index from <see cref="PersonOf(int, string)"/> is a printed name.</summary>
    public bool IsPrinted(int contest, int person) => (uint)person < (uint)Slots[contest].Printed;

    /// <summary>Position of a printed name among the marks of the whole ballot.</summary>
    public int MarkOf(int contest, int person) => Slots[contest].FirstMark + person;

    /// <summary>An empty ballot to fill in by names.</summary>
    public BallotPen Pen() => new(this);
}

/// <summary>Where a contest lies in the flat arrays of a count.</summary>
/// <param name="Seats">名额.</param>
/// <param name="FirstMark">First mark of the contest on the ballot.</param>
/// <param name="Printed">Number of printed names.</param>
/// <param name="FirstName">First name of the contest among the names of all contests.</param>
/// <param name="Names">Printed names, then the other eligible.</param>
/// <param name="People">For each name, the person's index across contests.</param>
/// <param name="Shared">Printed names whose person is in another contest too.</param>
internal sealed record ContestSlots(int Seats, int FirstMark, int Printed, int FirstName, string[] Names, int[] People, int[] Shared);
