using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Verbs.Pilot;

/// <summary>One organisation's election as it is prepared: roll, plan and who is wanted for what.</summary>
internal sealed class PilotElection
{
    public const string Secretary = "secretary";
    public const string Deputy = "deputy";
    public const string Member = "member";

    private const int DaysPutOff = 7;

    private readonly Dictionary<string, string> ids;
    private readonly Variety variety;

    public PilotElection(PilotData data, PilotUnit unit, Organisation organisation)
    {
        (Unit, Organisation, variety) = (unit, organisation, data.Variety);
        People =
        [
            .. Line(organisation.Members, PersonKind.Full), .. Line(organisation.Probationary, PersonKind.Probationary),
            .. Line(organisation.Masses, PersonKind.Masses),
        ];
        People = [.. People.Select((person, i) => person with { Id = $"{organisation.Id}-{i + 1:00}" })];
        ids = People.ToDictionary(person => person.Name, person => person.Id);

        IEnumerable<Person> Line(string names, PersonKind kind) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new Person("", name, kind, Strokes: data.Strokes.GetValueOrDefault(name[..1])));
    }

    public PilotUnit Unit { get; }

    public Organisation Organisation { get; }

    public IReadOnlyList<Person> People { get; }

    public string IdOf(string name) => ids[name];

    public string NameOf(string id) => People.First(person => person.Id == id).Name;

    /// <summary>The plan. In two rounds secretary and deputy are elected members first, so there are as many more seats for members.</summary>
    public PlanForm Plan(PilotData data, VotingMode mode)
    {
        List<PostPlan> posts = [new(Secretary, new("书记", "Secretary"), 1, CandidateMode.Equal)];
        if (Organisation.Deputy.Count > 0)
        {
            posts.Add(new(Deputy, new("副书记", "Deputy"), Organisation.Deputy.Count, CandidateMode.Equal));
        }

        var seats = Organisation.Member.Count + (mode == VotingMode.TwoRounds ? posts.Sum(post => post.Seats) : 0);
        posts.Add(new(Member, new("委员", "Member"), seats, CandidateMode.Differential));
        return new(
            new() { RulePackId = data.RulePack, Mode = mode, Counting = CountingPolicy.For(mode), Posts = posts },
            Organisation.Meeting, "会议室", "德才兼备、以德为先，群众公认。", "按2010年试点时有效的规则。");
    }

    /// <summary>People for each post, at most as many as asked for, those first who will be elected.</summary>
    public IReadOnlyList<PostList> Lists(Election election, Func<PostPlan, int> most) =>
        [.. election.Posts.Select(post => new PostList(post.Post, [.. Wanted(election, post.Post).Select(IdOf).Where(election.MayStand).Take(most(post))]))];

    /// <summary>Day of an attendance: the day of the plan, or a week later when too few came.</summary>
    public DateOnly MeetingOn(int attendance) => IsPutOff(attendance - 1) ? Organisation.Meeting.AddDays(DaysPutOff) : Organisation.Meeting;

    /// <summary>Whether too few come to this attendance, so that the meeting is put off.</summary>
    public bool IsPutOff(int attendance) => attendance == 1 && variety.NoQuorum.Contains(Organisation.Id);

    public bool OnPaper => variety.Paper.Contains(Organisation.Id);

    /// <summary>Whether this count by hand is wrong in a row, so that both are repeated.</summary>
    /// <param name="number">2 for the tellers' first.</param>
    public bool IsMiscounted(int number) => number == 2 && variety.Recount.Contains(Organisation.Id);

    /// <summary>Ballots cast for a post by person id: those of the seed, but for a committee's last seat that is tied or finds no majority at first.</summary>
    public IReadOnlyDictionary<string, int> VotesFor(BallotContest contest, int voters)
    {
        var usual = Organisation.Votes[contest.Post].ToDictionary(vote => IdOf(vote.Key), vote => vote.Value);
        if (contest.Post != Member)
        {
            return usual;
        }

        var last = Organisation.Member.Select(IdOf).MinBy(person => usual[person])!;
        if (contest.Kind != ContestKind.Majority)
        {
            return usual.Where(vote => contest.Candidates.Contains(vote.Key))
                .ToDictionary(vote => vote.Key, vote => vote.Key == last ? vote.Value : Math.Min(vote.Value, (voters - usual[last]) / 2));
        }

        if (variety.Tie.Contains(Organisation.Id))
        {
            var rival = Organisation.Others.Select(IdOf).First(usual.ContainsKey);
            usual[last] = usual[rival] = (voters / 2) + 1;
        }
        else if (variety.Shortage.Contains(Organisation.Id))
        {
            usual[last] = voters / 2;
        }

        return usual;
    }

    private IEnumerable<string> Wanted(Election election, string post) => post switch
    {
        Secretary => Organisation.Secretary,
        Deputy => Organisation.Deputy,
        _ when election.Parameters.Mode == VotingMode.TwoRounds =>
            Organisation.Secretary.Concat(Organisation.Deputy).Concat(Organisation.Member).Concat(Organisation.Others),
        _ => Organisation.Member.Concat(Organisation.Others),
    };
}
