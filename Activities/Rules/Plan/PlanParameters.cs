namespace Gongtui.Activities.Rules.Plan;

/// <summary>How the posts are voted on (DOMAIN §1.6).</summary>
public enum VotingMode
{
    /// <summary>A: one ballot for all posts, tallied separately.</summary>
    Combined,

    /// <summary>B: members first, then secretary and deputies from the elected members.</summary>
    TwoRounds,

    /// <summary>C: one ballot without candidates.</summary>
    NoCandidates,
}

/// <summary>How many candidates a post has for its seats.</summary>
public enum CandidateMode
{
    /// <summary>差额.</summary>
    Differential,

    /// <summary>等额.</summary>
    Equal,
}

/// <summary>What the 40 % of the investigation are a share of (the seed does not say).</summary>
public enum InvestigationBase
{
    Seats,

    /// <summary>The people recommended.</summary>
    Recommended,
}

/// <summary>One post of a plan. Numbers of people are null until the step that fixes them.</summary>
/// <param name="Post">Code, such as "secretary".</param>
/// <param name="Name">Title, such as 书记.</param>
/// <param name="Seats">名额.</param>
/// <param name="Mode">Differential or equal number.</param>
/// <param name="Candidates">Planned candidates on the ballot.</param>
/// <param name="Investigated">Planned people under investigation.</param>
public sealed record PostPlan(
    string Post, Text Name, int Seats, CandidateMode Mode, int? Candidates = null, int? Investigated = null);

/// <summary>Weights of members and masses in an assessment; only where the plan merges them at all (F17).</summary>
public sealed record GroupWeights(int Members, int Masses);

/// <summary>Who approves what: "plan" by "superior".</summary>
public sealed record ApprovalDuty(string Subject, string By);

/// <summary>Every parameter that the sources leave to the plan (DOMAIN §3.2), with the default of this product.
/// Values that a rule pack supplies are null until a plan departs from the pack.</summary>
/// <remarks>Setters, not initialisers: the generated reader of JSON gives a missing initialiser its type's zero instead of the default here.</remarks>
public sealed record PlanParameters
{
    public string RulePackId { get; set; } = "primary-2020";

    public VotingMode Mode { get; set; }

    /// <summary>支部, 总支 or 基层委员会, for the size of the team (R11c); null: not said, not checked.</summary>
    public OrganisationKind? Organisation { get; set; }

    /// <summary>Highest post first: the order of the contests on the ballot.</summary>
    public IReadOnlyList<PostPlan> Posts { get; set; } = [];

    /// <summary>差额推荐: the seed gives no ratio; by default as many as the investigation needs.</summary>
    public Ratio RecommendationRatio { get; set; } = Differential.PilotInvestigation;

    public CutTie RecommendationTie { get; set; }

    /// <summary>Share of the members that should take part in the recommendation; the pilot reported 98 %.</summary>
    public Threshold RecommendationParticipation { get; set; } = new(new(98, 100), Strict: false);

    public Threshold AssessmentParticipation { get; set; } = new(new(4, 5), Strict: true);

    /// <summary>Null: members and masses are never merged.</summary>
    public GroupWeights? AssessmentWeights { get; set; }

    public Ratio InvestigationRatio { get; set; } = Differential.PilotInvestigation;

    public InvestigationBase InvestigationBase { get; set; }

    /// <summary>Null: as the pack words it. Old templates still print the stricter form (R30).</summary>
    public bool? QuorumStrict { get; set; }

    public CountingPolicy Counting { get; set; } = new();

    /// <summary>When the elected are "close to" the seats (F12).</summary>
    public Ratio CloseToSeats { get; set; } = new(4, 5);

    /// <summary>False: 半数以上 includes the half.</summary>
    public bool ReduceSeatsStrict { get; set; }

    /// <summary>Votes among the tied before a person decides (F11).</summary>
    public int TieLoops { get; set; } = 2;

    /// <summary>Mode C: share of open seats by which the run-off list exceeds them (F15).</summary>
    public Ratio OpenRunoffRatio { get; set; } = new(1, 5);

    public int PublicityWorkingDays { get; set; } = 5;

    /// <summary>Family of the working-day calendars, "cn" for the State Council's.</summary>
    public string Calendar { get; set; } = "cn";

    /// <summary>Least number of tellers and scrutineers together.</summary>
    public int Tellers { get; set; } = 2;

    public bool KinBarred { get; set; }

    public IReadOnlyList<ApprovalDuty> Approvals { get; set; } =
    [
        new("plan", "superior"), new("shortlist", "superior"), new("secretary", "superior"), new("deputy", "superior"),
    ];

    /// <summary>Years that sealed ballots and records are kept; no source fixes them (R64).</summary>
    public int RetentionYears { get; set; } = 5;

    /// <summary>The pack with the plan's own strictness, the one to count with; null when there is no such pack.</summary>
    public RulePack? Pack() => RulePacks.ById(RulePackId) is not { } pack ? null : pack with
    {
        Quorum = pack.Quorum with { Strict = QuorumStrict ?? pack.Quorum.Strict },
        Counting = Counting,
        KinBarred = pack.KinBarred || KinBarred,
        ReduceSeats = new(CloseToSeats, pack.ReduceSeats.Consent with { Strict = ReduceSeatsStrict }),
    };
}
