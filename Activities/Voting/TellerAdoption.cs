using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Voting;

/// <summary>Whether these people may count (F20). Asked before each round, because a write-in may have made one a candidate.</summary>
public static class TellerAdoption
{
    private static readonly Threshold MoreThanHalf = new(new(1, 2), Strict: true);

    /// <summary>Everybody present who does not stand in this round.</summary>
    public static IReadOnlyList<string> Possible(Election election) =>
        TellerFitness.Possible(election.Voting.Attendance!.Present, Nominees(election));

    public static Decided<TellersAdopted> Adopt(Election election, TellersForm form)
    {
        string[] all = [.. form.Scrutineers, .. form.Tellers];
        var present = election.Voting.Attendance!.Present;
        var problem = (form.Scrutineers.Count == 0 ? Missing("scrutineers", new("监票人", "scrutineers")) : null)
            ?? (form.Tellers.Count == 0 ? Missing("tellers", new("计票人", "tellers")) : null)
            ?? FormRules.OnRoll(election, all, "tellers")
            ?? Vote(form.Yes, present.Count);
        if (problem is not null)
        {
            return problem;
        }

        // A committee is too small to count for itself: 计票人 may come from outside it (R34).
        var fit = election.Voting.Stage == VotingStage.Committee ? present.Concat(form.Tellers) : present;
        var verdicts = TellerFitness.Check(
            [.. all.Select(election.NameOf)],
            fit.Select(election.NameOf).ToHashSet(StringComparer.Ordinal),
            Nominees(election).Select(election.NameOf).ToHashSet(StringComparer.Ordinal),
            election.Parameters.Tellers, adopted: true, [], election.Pack.KinBarred);
        if (verdicts.FirstOrDefault(verdict => !verdict.Holds) is { } broken)
        {
            return Refusal.Of(broken, new("请更换人选后重新表决。", "Propose others and vote again."), "tellers");
        }

        return new TellersAdopted(election.Voting.Round, form.Scrutineers, form.Tellers, form.Yes, verdicts, form.OnPaper);
    }

    private static IEnumerable<string> Nominees(Election election) =>
        election.Voting.Contests.SelectMany(contest => contest.Candidates).Distinct(StringComparer.Ordinal);

    private static Refusal Missing(string field, Text who) => new(
        RefusalKinds.Incomplete, new($"请提名{who.Zh}。", $"Propose {who.En}."), Article: Articles.Tellers.Display, Field: field);

    private static Refusal? Vote(int yes, int present) => yes >= 0 && yes <= present && MoreThanHalf.IsMet(yes, present)
        ? null
        : new(RefusalKinds.Rule,
            new($"同意 {yes} 票，实到 {present} 人，须超过半数（{MoreThanHalf.Minimum(present)} 至 {present} 票）。",
                $"{yes} of {present} present in favour; more than half is needed ({MoreThanHalf.Minimum(present)} to {present})."),
            Expected: $"{MoreThanHalf.Minimum(present)}–{present}", Found: MoreThanHalf.Inequality(yes, present),
            Article: Articles.Tellers.Display, NextStep: new("请更换人选后重新表决。", "Propose others and vote again."), Field: "yes");
}
