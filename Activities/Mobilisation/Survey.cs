using System.Text.Json.Serialization;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Activities.Mobilisation;

/// <summary>How somebody feels about taking part in the election (seed L16: 74, 22 and 4 of a hundred).</summary>
public enum Attitude
{
    /// <summary>主动参加.</summary>
    Active,

    /// <summary>要求参加就参加.</summary>
    IfRequired,

    /// <summary>不愿参加.</summary>
    Unwilling,
}

/// <summary>态度问卷: what can be answered.</summary>
/// <param name="Answers">In printing order.</param>
public sealed record SurveyPaper(IReadOnlyList<Attitude> Answers);

/// <summary>One answer. Nothing in it tells whose it is; there is no free text, because words tell who wrote them.</summary>
public sealed record SurveySheet(Attitude Answer);

/// <summary>A box of answers counted.</summary>
/// <param name="Returned">Answers in the box.</param>
public sealed record SurveyCount(int Returned, int Active, int IfRequired, int Unwilling)
{
    /// <summary>Counts a box; the order of the sheets never matters.</summary>
    public static SurveyCount Of(IReadOnlyCollection<SurveySheet> sheets)
    {
        int With(Attitude answer) => sheets.Count(sheet => sheet.Answer == answer);
        return new(sheets.Count, With(Attitude.Active), With(Attitude.IfRequired), With(Attitude.Unwilling));
    }

    /// <summary>The same answers among so many asked.</summary>
    public SurveyFigures Among(int asked) => new(asked, Active, IfRequired, Unwilling);
}

/// <summary>The box of the survey was counted.</summary>
/// <param name="Eligible">How many were asked.</param>
/// <param name="Returned">How many answered.</param>
/// <param name="Count">Null where so few answered that the figures would tell what somebody said.</param>
public sealed record SurveyTallied(string Box, int Eligible, int Returned, SurveyCount? Count)
{
    /// <summary>Null where they are not told.</summary>
    [JsonIgnore]
    public SurveyFigures? Figures => Count?.Among(Eligible);
}

/// <summary>What a survey came to, in the box or on paper.</summary>
/// <param name="Asked">Questionnaires handed out, or people who could answer into the box.</param>
public sealed record SurveyFigures(int Asked, int Active, int IfRequired, int Unwilling)
{
    /// <summary>Questionnaires that came back.</summary>
    [JsonIgnore]
    public long Returned => (long)Active + IfRequired + Unwilling;

    /// <summary>The addition, as people write it.</summary>
    [JsonIgnore]
    public string Addition => $"{Active}+{IfRequired}+{Unwilling}";

    /// <summary>Whether each answer was given by nobody or somebody: no figure is negative.</summary>
    [JsonIgnore]
    public bool AreCounts => Active >= 0 && IfRequired >= 0 && Unwilling >= 0;
}

/// <summary>总结评估.</summary>
/// <param name="Opinions">What visits and symposia brought up.</param>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Paper">The figures, where they do not come from the box.</param>
public sealed record SurveyForm(string Opinions, string Evaluation, SurveyFigures? Paper = null);

/// <summary>The survey was evaluated (fifth level).</summary>
/// <param name="Sum">The answers make the questionnaires returned, which are not more than those handed out.</param>
/// <param name="Box">Where the figures come from; null for paper.</param>
public sealed record SurveyEvaluated(
    int Asked, int Returned, int Active, int IfRequired, int Unwilling, Verdict Sum, string Opinions, string Evaluation, string By, string? Box = null);

/// <summary>Whether a survey adds up.</summary>
public static class SurveyDecision
{
    /// <summary>Answers from a circle smaller than this are never told apart (BALLOT §4: the smallest circle that is published).</summary>
    public const int Fewest = 5;

    /// <summary>What the sealed box comes to.</summary>
    public static Decided<SurveyTallied> Tally(BoxState box, CloseBoxForm form, SurveyCount count)
    {
        var found = count.Among(box.EligibleCount);
        var wrong = BoxAudit.Check(box, form, count.Returned, 0)
            ?? (found.AreCounts && found.Returned == count.Returned ? null : new Refusal(RefusalKinds.Arithmetic,
                new("三种答复之和与问卷数不符。", "The three answers do not make the forms in the box."),
                Expected: $"{count.Returned}", Found: found.Addition, Field: "count"));
        return wrong is null ? new SurveyTallied(box.Id, box.EligibleCount, count.Returned, count.Returned < Fewest ? null : count) : wrong;
    }

    /// <summary>The evaluation; its figures come from the box, or from paper where the box has none that may be told.</summary>
    public static Decided<SurveyEvaluated> Evaluate(SurveyTallied? tallied, SurveyForm form, Actor actor)
    {
        if (tallied?.Count is not null && form.Paper is not null)
        {
            return new Refusal(RefusalKinds.Duplicate,
                new("数字由票箱统计得出，不另行填写。", "The figures come from the box; none are filled in."),
                NextStep: new("请去掉纸质问卷的数字。", "Leave the figures from paper out."), Field: "paper");
        }

        var found = tallied?.Figures ?? form.Paper;
        if (found is null)
        {
            return new Refusal(RefusalKinds.Incomplete,
                new("票箱里没有可以公布的答复，请填写纸质问卷的份数。", "The box holds no answers that may be told: fill in the figures from paper."),
                Expected: $"≥ {Fewest}", Found: $"{tallied?.Returned ?? 0}", Field: "paper");
        }

        var sum = Sum(found);
        var problem = (sum.Holds ? null : Refusal.Of(sum, new("请核对问卷数。", "Check the questionnaires."), "paper.asked") with { Kind = RefusalKinds.Arithmetic })
            ?? FormRules.Filled(form.Opinions, "opinions", new("走访、座谈意见", "opinions"))
            ?? FormRules.Filled(form.Evaluation, "evaluation", new("评估", "evaluation"));
        return problem is null
            ? new SurveyEvaluated(
                found.Asked, (int)found.Returned, found.Active, found.IfRequired, found.Unwilling,
                sum, form.Opinions, form.Evaluation, actor.Id, tallied?.Count is null ? null : tallied.Box)
            : problem;
    }

    private static Verdict Sum(SurveyFigures found)
    {
        var returned = found.Returned;
        var holds = found.AreCounts && returned > 0 && returned <= found.Asked;
        return new(holds, "F22", WorkDecision.Levels, $"{found.Addition}={returned} ≤ {found.Asked}", holds
            ? new($"发出问卷 {found.Asked} 份，三种答复合计 {returned} 份。", $"{found.Asked} handed out; the three answers make {returned}.")
            : new($"三种答复合计 {returned} 份，发出问卷 {found.Asked} 份，不符。", $"The three answers make {returned}, {found.Asked} were handed out."));
    }
}
