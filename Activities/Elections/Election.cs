using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gongtui.Activities.Approval;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Investigation;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Notices;
using Gongtui.Activities.Overriding;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Publicity;
using Gongtui.Activities.Qualification;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Shortlist;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Tenure;
using Gongtui.Activities.Voting;

namespace Gongtui.Activities.Elections;

/// <summary>What the steps of one election must remember: the fold of its facts, see <see cref="ElectionFold"/>.
/// Immutable, plain data; its size follows the roll and the posts, not the length of the history.</summary>
public sealed record Election
{
    /// <summary>Before the first fact.</summary>
    public static Election None { get; } = new();

    /// <summary>Null before the roll is taken.</summary>
    public UnitRef? Unit { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The roll, by person id.</summary>
    public ImmutableSortedDictionary<string, Person> People { get; init; } = Empty<Person>();

    /// <summary>Tasks that wait, by task id.</summary>
    public ImmutableSortedDictionary<string, OpenTask> Tasks { get; init; } = Empty<OpenTask>();

    /// <summary>Tasks opened so far, by kind; numbers the next.</summary>
    public ImmutableSortedDictionary<string, int> TaskCounts { get; init; } = Empty<int>();

    /// <summary>By notice id.</summary>
    public ImmutableSortedDictionary<string, NoticeState> Notices { get; init; } = Empty<NoticeState>();

    /// <summary>By box id.</summary>
    public ImmutableSortedDictionary<string, BoxState> Boxes { get; init; } = Empty<BoxState>();

    /// <summary>Null before the first draft.</summary>
    public PlanState? Plan { get; init; }

    /// <summary>By subject.</summary>
    public ImmutableSortedDictionary<string, ApprovalState> Approvals { get; init; } = Empty<ApprovalState>();

    public RecommendationState Recommendation { get; init; } = new();

    /// <summary>The last finding on each person examined.</summary>
    public ImmutableSortedDictionary<string, QualificationResult> Qualifications { get; init; } = Empty<QualificationResult>();

    public AssessmentState Assessment { get; init; } = new();

    /// <summary>Who held a speech, or was excused.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    public InvestigationState? Investigation { get; init; }

    public ShortlistState? Shortlist { get; init; }

    public PublicityState? Publicity { get; init; }

    /// <summary>Who cannot become a candidate any more, and since which step.</summary>
    public ImmutableSortedDictionary<string, string> Barred { get; init; } = Empty<string>();

    public VotingState Voting { get; init; } = new();

    /// <summary>The term that runs, in the procedures after the election; null in the others.</summary>
    public TermState? Term { get; init; }

    /// <summary>Who is to leave a post; null when nobody is.</summary>
    public ExitProposed? Exit { get; init; }

    /// <summary>What was taken over from the procedure before; null when this one began by itself.</summary>
    public CarriedOver? Origin { get; init; }

    /// <summary>The post that was left; null before.</summary>
    public PostLeft? Left { get; init; }

    /// <summary>The question for an override, in the procedure that decides it; null in the others.</summary>
    public OverrideState? Override { get; init; }

    /// <summary>宣传发动 done so far.</summary>
    public IReadOnlyList<WorkDone> Work { get; init; } = [];

    /// <summary>The answers to the survey; null until its box is sealed.</summary>
    public SurveyTallied? Survey { get; init; }

    /// <summary>Null until the result is announced.</summary>
    public RatificationState? Ratification { get; init; }

    /// <summary>Posts of the plan, highest first; empty before there is one.</summary>
    [JsonIgnore]
    public IReadOnlyList<PostPlan> Posts => Plan?.Form.Parameters.Posts ?? [];

    /// <summary>The plan's parameters; asking before there is a plan is a bug of the diagram.</summary>
    [JsonIgnore]
    public PlanParameters Parameters =>
        Plan.Needed("the plan").Form.Parameters;

    /// <summary>The rules to decide by.</summary>
    [JsonIgnore]
    public RulePack Pack =>
        Parameters.Pack() ?? throw new InvalidOperationException($"There is no rule pack {Parameters.RulePackId}.");

    /// <summary>A post of the plan by its code.</summary>
    public PostPlan Post(string code) => Posts.First(post => post.Post == code);

    /// <summary>Printed name of a person; the id itself for somebody who is not on the roll.</summary>
    public string NameOf(string id) => People.TryGetValue(id, out var person) ? person.Printed : id;

    /// <summary>Whether the person can still become a candidate: holds 被选举权 and was not ruled out on the way.</summary>
    public bool MayStand(string id) => People.TryGetValue(id, out var person) && person.MayVote && !Barred.ContainsKey(id) && !KeepsSeat(id);

    /// <summary>Whether the person holds a seat that this by-election does not touch.</summary>
    public bool KeepsSeat(string id) => Plan?.Form.Incumbents?.Contains(id) == true;

    private static ImmutableSortedDictionary<string, T> Empty<T>() =>
        ImmutableSortedDictionary<string, T>.Empty;
}
