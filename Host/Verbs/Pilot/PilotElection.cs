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

    private readonly Dictionary<string, string> ids;

    public PilotElection(PilotData data, PilotUnit unit, Organisation organisation)
    {
        (Unit, Organisation) = (unit, organisation);
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
            new() { RulePackId = data.RulePack, Mode = mode, Posts = posts },
            Organisation.Meeting, "会议室", "德才兼备、以德为先，群众公认。", "按2010年试点时有效的规则。");
    }

    /// <summary>People for each post, at most as many as asked for, those first who will be elected.</summary>
    public IReadOnlyList<PostList> Lists(Election election, Func<PostPlan, int> most) =>
        [.. election.Posts.Select(post => new PostList(post.Post, [.. Wanted(election, post.Post).Take(most(post)).Select(IdOf)]))];

    /// <summary>Ballots cast for a post by person id.</summary>
    public IReadOnlyDictionary<string, int> VotesFor(string post) =>
        Organisation.Votes[post].ToDictionary(vote => IdOf(vote.Key), vote => vote.Value);

    private IEnumerable<string> Wanted(Election election, string post) => post switch
    {
        Secretary => Organisation.Secretary,
        Deputy => Organisation.Deputy,
        _ when election.Parameters.Mode == VotingMode.TwoRounds =>
            Organisation.Secretary.Concat(Organisation.Deputy).Concat(Organisation.Member).Concat(Organisation.Others),
        _ => Organisation.Member.Concat(Organisation.Others),
    };
}
