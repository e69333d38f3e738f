using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Tests.Steps;

/// <summary>An invented branch: 30 full members a01–a30, 2 probationary b1–b2, 8 masses c1–c8; seats 书记 1, 副书记 1, 委员 3.</summary>
internal static class Given
{
    public const string Secretary = "secretary";
    public const string Deputy = "deputy";
    public const string Member = "member";

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, LocalTime.Offset);

    public static UnitRef Unit { get; } = new("zhujian", "住建局机关党支部");

    public static Actor Staff { get; } = new("staff", "吴工", [Principals.Unit("zhujian", Principals.Staff)]);

    public static Actor Superior { get; } = new("boss", "郑书记", [Principals.Role(Principals.Superior)]);

    public static Actor Committee { get; } = new("clerk", "冯秘书", [Principals.Unit("zhujian", Principals.Committee)]);

    public static Actor Investigator { get; } = new("probe", "陈组长", [Principals.Unit("zhujian", Principals.Investigator)]);

    public static PlanParameters Parameters { get; } = new()
    {
        Posts =
        [
            new(Secretary, new("书记", "Secretary"), 1, CandidateMode.Equal),
            new(Deputy, new("副书记", "Deputy"), 1, CandidateMode.Equal),
            new(Member, new("委员", "Member"), 3, CandidateMode.Differential),
        ],
    };

    public static PlanForm Plan { get; } = new(Parameters, new(2026, 6, 10), "三楼会议室", "德才兼备，群众公认。");

    public static IReadOnlyList<Person> People { get; } =
    [
        .. Enumerable.Range(1, 30).Select(i => new Person(Id(i), $"党员{i:00}", PersonKind.Full, Strokes: (i % 7) + 4)),
        .. Enumerable.Range(1, 2).Select(i => new Person($"b{i}", $"预备{i}", PersonKind.Probationary, Strokes: 5)),
        .. Enumerable.Range(1, 8).Select(i => new Person($"c{i}", $"群众{i}", PersonKind.Masses, Strokes: 6)),
    ];

    public static string Id(int number) => $"a{number:00}";

    public static IReadOnlyList<string> Ids(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(Id)];

    /// <summary>A full member who may act for themselves.</summary>
    public static Actor Voter(string id) => new(id, id, [Principals.Person(id), Principals.Unit("zhujian", Principals.Member)]);

    /// <summary>The election after some facts, folded as the journal folds them.</summary>
    public static Election After(this Election election, params object[] facts) => facts.Aggregate(election, (state, fact) =>
        ElectionFold.Apply(
            state, fact.GetType().Name, System.Text.Json.JsonSerializer.SerializeToElement(fact, FactJson.Default.GetTypeInfo(fact.GetType())!), Now, "somebody"));

    /// <summary>The roll is taken and the plan drafted.</summary>
    public static Election Planned(PlanParameters? parameters = null) => Election.None.After(
        new RollTaken(Unit, "2026年换届", People),
        new PlanDrafted(1, Plan with { Parameters = parameters ?? Parameters }, Staff.Id));

    /// <summary>One list per post.</summary>
    public static IReadOnlyList<PostList> Lists(IReadOnlyList<string> secretary, IReadOnlyList<string> deputy, IReadOnlyList<string> members) =>
        [new(Secretary, secretary), new(Deputy, deputy), new(Member, members)];
}
