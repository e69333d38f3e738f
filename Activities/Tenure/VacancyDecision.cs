using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Planning;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>What somebody decides about a vacancy.</summary>
/// <param name="HoldBy">By-election: day by which the meeting is to be held.</param>
/// <param name="Number">Appointment: 文号.</param>
/// <param name="Reason">Needed for everything but a by-election in time.</param>
/// <param name="Roll">By-election: the unit's roll of this moment. The Host fills it in; nobody hands it in.</param>
public sealed record VacancyForm(DateOnly? HoldBy = null, string? Number = null, string? Reason = null, IReadOnlyList<Person>? Roll = null);

/// <summary>R61: a vacancy during the term is usually filled by a by-election of the meeting; the superior may appoint when necessary.</summary>
public static class VacancyDecision
{
    /// <summary>R61; the number of the article was not seen in a source.</summary>
    public static Text Article { get; } = new(
        "《基层组织选举工作条例》(2020) 第五章（任期内出缺，一般应当补选；条号待核）；《中国共产党章程》第13条（上级可以调动或指派）",
        "Regulations on Elections in Primary Organisations (2020), ch. 5 (a vacancy is usually filled by a by-election; number not verified); Party Constitution, Art. 13 (the superior may transfer or appoint)");

    /// <param name="latest">Day by which a by-election is to be held without further reason.</param>
    public static Decided<VacancyDecided> Decide(Election election, string decision, VacancyForm form, Actor actor, DateOnly today, DateOnly latest)
    {
        var left = election.Left.Needed("the exit");
        var problem = decision switch
        {
            Decisions.ByElection => InTime(election, form, today, latest) ?? Elects(election, form),
            Decisions.Appoint => FormRules.Filled(form.Number, "number", new("调动或指派的文号", "number of the appointment"), 100)
                ?? FormRules.Filled(form.Reason, "reason", new("不补选而由上级指派的理由", "why the superior appoints"), 2000),
            _ => FormRules.Filled(form.Reason, "reason", new("暂缺的理由", "why the post stays vacant"), 2000),
        };
        return problem is not null ? problem with { Article = problem.Article ?? Article } : new VacancyDecided(
            left.Post, left.Person, Choice(decision), decision == Decisions.ByElection ? form.HoldBy : null,
            decision == Decisions.Appoint ? form.Number : null, form.Reason, Article, actor.Id);
    }

    /// <summary>What the by-election is started with.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Start(string from, Election election, VacancyDecided decided, IReadOnlyList<Person> roll) =>
        new Dictionary<string, JsonElement>
        {
            ["unit"] = FormReader.Write(election.Unit!),
            ["title"] = JsonSerializer.SerializeToElement(Title(election)),
            ["roll"] = FormReader.Write(roll),
            ["origin"] = FormReader.Write(CarryOver.ToByElection(from, election, decided.HoldBy!.Value)),
        };

    private static string Title(Election election) => $"{election.Unit!.Name}{election.Left!.Post}补选";

    private static VacancyChoice Choice(string decision) => decision switch
    {
        Decisions.ByElection => VacancyChoice.ByElection,
        Decisions.Appoint => VacancyChoice.Appointment,
        _ => VacancyChoice.Vacant,
    };

    private static Refusal? InTime(Election election, VacancyForm form, DateOnly today, DateOnly latest) =>
        form.HoldBy is not { } by ? new(
            RefusalKinds.Incomplete, new("请填写补选大会的期限。", "Say by when the by-election is to be held."),
            Expected: $"≤ {latest:yyyy-MM-dd}", Field: "holdBy")
        : by < today ? new(
            RefusalKinds.Time, new($"补选期限 {by:yyyy-MM-dd} 已经过去。", $"{by:yyyy-MM-dd} is past."),
            Expected: $"≥ {today:yyyy-MM-dd}", Found: $"{by:yyyy-MM-dd}", Field: "holdBy")
        : election.Origin?.Ends is { } ends && by > ends ? new(
            RefusalKinds.Time, new($"任期到 {ends:yyyy-MM-dd} 届满，补选不能在其后。", $"The term ends {ends:yyyy-MM-dd}; a by-election cannot follow it."),
            Expected: $"≤ {ends:yyyy-MM-dd}", Found: $"{by:yyyy-MM-dd}",
            NextStep: new("请提前补选；临近届满的，可写明理由暂缺，到期换届。", "Hold it earlier, or leave the post vacant until the next election, with the reason."), Field: "holdBy")
        : by > latest && string.IsNullOrWhiteSpace(form.Reason) ? new(
            RefusalKinds.Incomplete, new($"超过补选期限 {latest:yyyy-MM-dd}，请写明理由。", $"Later than {latest:yyyy-MM-dd}: give the reason."),
            Expected: $"≤ {latest:yyyy-MM-dd}", Found: $"{by:yyyy-MM-dd}", Field: "reason")
        : null;

    /// <summary>Whether the roll of today can elect; what the by-election itself would refuse is refused here, where somebody sees it.</summary>
    private static Refusal? Elects(Election election, VacancyForm form) => form.Roll is { } roll
        ? Roll.Check(new RollTaken(election.Unit!, Title(election), roll))
        : new(RefusalKinds.Incomplete, new("没有取得本单位名册。", "The unit's roll is missing."),
            NextStep: new("请刷新页面后重新提交。", "Reload the page and submit again."), Field: "roll");
}
