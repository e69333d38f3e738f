namespace Gongtui.Activities.Rules;

/// <summary>F5: whether enough of those due are present.</summary>
public static class Quorum
{
    /// <summary>The least number present that makes a meeting of <paramref name="due"/> people; the pack fixes ratio and strictness.</summary>
    public static int Minimum(int due, Threshold quorum) => quorum.Minimum(due);

    /// <summary>还差 k 人: how many more must come; never negative.</summary>
    public static int Missing(int due, int present, Threshold quorum) => Math.Max(0, quorum.Minimum(due) - present);

    /// <summary>Whether the meeting may elect. An electorate of zero never may.</summary>
    public static bool IsMet(int due, int present, Threshold quorum) => due > 0 && quorum.IsMet(present, due);

    /// <summary>F5 under a pack.</summary>
    public static Verdict Check(int due, int present, RulePack pack) => Check(due, present, pack.Quorum, pack.Article("F5"));

    /// <summary>F5 with a plan's own threshold (the strictness is a visible parameter, R30).</summary>
    public static Verdict Check(int due, int present, Threshold quorum, Article article)
    {
        if (due < 1)
        {
            return new(false, "F5", article, $"{due} ≥ 1",
                new("应到会人数为 0，不能开会选举。", "Nobody is due to attend: no election can be held."));
        }

        var minimum = quorum.Minimum(due);
        var holds = quorum.IsMet(present, due);
        return new(holds, "F5", article, quorum.Inequality(present, due), holds
            ? new($"应到 {due} 人，实到 {present} 人，{quorum:zh}，可以选举。",
                $"{due} due, {present} present: {quorum:en}, the election may be held.")
            : new($"应到 {due} 人，实到 {present} 人，至少须 {minimum} 人（{quorum:zh}），还差 {minimum - present} 人。",
                $"{due} due, {present} present: at least {minimum} are needed ({quorum:en}), {minimum - present} more."));
    }
}
