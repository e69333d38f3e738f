using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Rules.Plan;
using Gongtui.Activities.Tenure;

namespace Gongtui.Activities.Planning;

/// <summary>Whether a plan can be carried out.</summary>
public static class PlanDecision
{
    // A working year: no source asks for more than seven working days.
    private const int MostPublicityDays = 250;

    // Ten times the seats: the widest field in any source is 40 % over them.
    private const int MostDifferential = 10;

    /// <summary>Everything that is wrong with the plan, in the order of its form; empty when it may be handed in.</summary>
    /// <param name="today">Local date of handing in.</param>
    /// <param name="mode">The voting mode of the procedure.</param>
    public static IEnumerable<Refusal> Problems(Election election, PlanForm form, DateOnly today, VotingMode mode = VotingMode.Combined)
    {
        if (form.Parameters.Mode != mode)
        {
            yield return new(RefusalKinds.Unknown,
                new($"本程序只有“{Words.Of(mode).Zh}”一种选举方式。", $"This procedure knows one mode only: {Words.Of(mode).En}."),
                Expected: $"{mode}", Found: $"{form.Parameters.Mode}",
                NextStep: new("请改回本程序的选举方式，或换用另一程序重新启动。", "Use the procedure's own mode, or start another procedure."), Field: "parameters.mode");
        }

        if (FormRules.OnRoll(election, form.Incumbents ?? [], "incumbents") is { } unknown)
        {
            yield return unknown;
        }

        var electors = election.Electors().Count();
        if (BeyondAnyElection(form.Parameters, electors) is { } beyond)
        {
            yield return beyond;
            yield break;
        }

        var checklist = PlanChecklist.Of(form.Parameters, electors);
        foreach (var item in checklist.Where(item => item.Severity == Severity.Block))
        {
            yield return Blocked(item);
        }

        if (form.MeetingOn < today)
        {
            yield return new(RefusalKinds.Time,
                new($"选举大会的日期 {form.MeetingOn:yyyy-MM-dd} 已经过去。", $"The date of the meeting, {form.MeetingOn:yyyy-MM-dd}, is past."),
                Expected: $"≥ {today:yyyy-MM-dd}", Found: $"{form.MeetingOn:yyyy-MM-dd}", Field: "meetingOn");
        }

        if (election.Origin?.Vacancy is { } vacancy && form.MeetingOn > vacancy.HoldBy && string.IsNullOrWhiteSpace(form.Reasons))
        {
            yield return new(RefusalKinds.Time,
                new($"补选大会应于 {vacancy.HoldBy:yyyy-MM-dd} 前召开；更晚的请写明理由。", $"The by-election is to be held by {vacancy.HoldBy:yyyy-MM-dd}; later needs a reason."),
                Expected: $"≤ {vacancy.HoldBy:yyyy-MM-dd}", Found: $"{form.MeetingOn:yyyy-MM-dd}", Article: VacancyDecision.Article, Field: "meetingOn");
        }

        if (FormRules.Filled(form.Place, "place", new("会议地点", "place of the meeting"), 200) is { } place)
        {
            yield return place;
        }

        if (FormRules.Filled(form.Conditions, "conditions", new("任职条件", "conditions for nominees")) is { } conditions)
        {
            yield return conditions;
        }

        if (string.IsNullOrWhiteSpace(form.Reasons) && checklist.FirstOrDefault(Departs) is { } changed)
        {
            yield return new(RefusalKinds.Incomplete,
                new($"“{changed.Name.Zh}”与默认值不同，请写明理由。", $"“{changed.Name.En}” differs from the default: give the reason."),
                Expected: changed.Default?.Zh, Found: changed.Value.Zh, Field: "reasons");
        }
    }

    /// <summary>The draft, or the first problem.</summary>
    public static Decided<PlanDrafted> Draft(
        Election election, PlanForm form, Actor actor, DateOnly today, VotingMode mode = VotingMode.Combined)
    {
        if (Problems(election, form, today, mode).FirstOrDefault() is { } problem)
        {
            return problem;
        }

        return new PlanDrafted((election.Plan?.Version ?? 0) + 1, form, actor.Id);
    }

    // What no election can use is refused first, so that the arithmetic of the checklist stays within its integers.
    public static Refusal? BeyondAnyElection(PlanParameters plan, int electors)
    {
        if (plan.Posts.FirstOrDefault(post => string.IsNullOrWhiteSpace(post.Post) || string.IsNullOrWhiteSpace(post.Name.Zh)) is not null)
        {
            return new(RefusalKinds.Incomplete, new("有职务没有代码或名称。", "A post has no code or no name."), Field: "parameters.posts");
        }

        var seats = plan.Posts.Sum(post => (long)Math.Max(0, post.Seats));
        return Beyond(seats, electors, new("名额合计", "seats in all"), "posts")
            ?? plan.Posts.Select(post => Beyond(post.Candidates ?? 0, electors, new($"{post.Name.Zh}候选人数", $"candidates for {post.Name.En}"), "posts")
                ?? Beyond(post.Investigated ?? 0, electors, new($"{post.Name.Zh}考察人数", $"people investigated for {post.Name.En}"), "posts"))
                .FirstOrDefault(refusal => refusal is not null)
            ?? Beyond(plan.Tellers, electors, new("监票人、计票人数", "tellers and scrutineers"), "tellers")
            ?? Beyond(plan.PublicityWorkingDays, MostPublicityDays, new("公示工作日", "working days of publicity"), "publicityWorkingDays")
            ?? Share(plan.RecommendationRatio, new("推荐差额比例", "recommendation differential"), "recommendationRatio")
            ?? Share(plan.InvestigationRatio, new("考察差额比例", "investigation differential"), "investigationRatio");
    }

    private static Refusal? Beyond(long number, int most, Text name, string field) => number <= most ? null : new(
        RefusalKinds.Rule,
        new($"{name.Zh}为 {number}，最多只能是 {most}。", $"{number} {name.En}; at most {most} are possible."),
        Expected: $"≤ {most}", Found: $"{number}", Field: $"parameters.{field}");

    private static Refusal? Share(Ratio ratio, Text name, string field) => ratio >= new Ratio(0, 1) && ratio <= new Ratio(MostDifferential, 1) ? null : new(
        RefusalKinds.Rule,
        new($"{name.Zh}为 {ratio}，须在 0 与 {MostDifferential} 倍之间。", $"The {name.En} is {ratio}; it must lie between 0 and {MostDifferential} times the seats."),
        Expected: $"0–{MostDifferential}", Found: $"{ratio}", Field: $"parameters.{field}");

    private static bool Departs(ChecklistItem item) =>
        item.Severity == Severity.Warn && item.Default is { } standard && standard != item.Value;

    private static Refusal Blocked(ChecklistItem item) => new(
        RefusalKinds.Rule,
        new(
            $"{item.Name.Zh}：{item.Message.Zh}{Inequality(item)}",
            $"{item.Name.En}: {item.Message.En}{Inequality(item)}"),
        Expected: item.Default?.Zh,
        Found: item.Proof?.Inequality ?? item.Value.Zh,
        Article: item.Proof?.Article.Display ?? new($"规则 {item.Rule}", $"rule {item.Rule}"),
        NextStep: item.WhatToDo,
        Field: $"parameters.{item.Key}");

    private static string Inequality(ChecklistItem item) => item.Proof is { } proof ? $"（{proof.Inequality}）" : "";
}
