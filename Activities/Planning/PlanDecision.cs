using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Planning;

/// <summary>Whether a plan can be carried out.</summary>
public static class PlanDecision
{
    /// <summary>Everything that is wrong with the plan, in the order of its form; empty when it may be handed in.</summary>
    /// <param name="today">Local date of handing in.</param>
    public static IEnumerable<Refusal> Problems(Election election, PlanForm form, DateOnly today)
    {
        if (form.Parameters.Mode != VotingMode.Combined)
        {
            yield return new(RefusalKinds.Unknown,
                new("本程序只有“一轮合并选票，分别计票”一种选举方式。", "This procedure knows one mode only: one combined ballot, tallied separately."),
                Expected: nameof(VotingMode.Combined), Found: $"{form.Parameters.Mode}", Field: "parameters.mode");
        }

        var checklist = PlanChecklist.Of(form.Parameters);
        foreach (var item in checklist.Where(item => item.Severity == Severity.Block))
        {
            yield return Blocked(item);
        }

        if (form.Parameters.Posts.Sum(post => (long)Math.Max(0, post.Seats)) is var seats && seats > election.Electors().Count())
        {
            yield return new(RefusalKinds.Rule,
                new($"名额共 {seats} 个，名册上只有 {election.Electors().Count()} 人享有被选举权。", $"{seats} seats in all, but only {election.Electors().Count()} people may be elected."),
                Expected: $"≤ {election.Electors().Count()}", Found: $"{seats}", Field: "parameters.posts");
        }

        if (form.MeetingOn < today)
        {
            yield return new(RefusalKinds.Time,
                new($"选举大会的日期 {form.MeetingOn:yyyy-MM-dd} 已经过去。", $"The date of the meeting, {form.MeetingOn:yyyy-MM-dd}, is past."),
                Expected: $"≥ {today:yyyy-MM-dd}", Found: $"{form.MeetingOn:yyyy-MM-dd}", Field: "meetingOn");
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
    public static Decided<PlanDrafted> Draft(Election election, PlanForm form, Actor actor, DateOnly today)
    {
        if (Problems(election, form, today).FirstOrDefault() is { } problem)
        {
            return problem;
        }

        return new PlanDrafted((election.Plan?.Version ?? 0) + 1, form, actor.Id);
    }

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
