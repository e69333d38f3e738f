using System.Globalization;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Procedures;

namespace Gongtui.Host.Studio.Desk;

/// <summary>Refusals of the designers' pages.</summary>
public static class DeskRefusals
{
    /// <summary>The check found what must be corrected first; the page lists it below.</summary>
    public static Refusal NotPublishable(IReadOnlyList<Finding> findings) => new(
        Kinds.Conflict,
        new("没有发布：程序图有须改正的地方。", "Not published: the diagram has to be corrected first."),
        Expected: "0",
        Found: findings.Count(finding => finding.Blocks).ToString(CultureInfo.InvariantCulture),
        NextStep: new("请按下面“政策检查”逐条改正后再发布。", "Correct what “Policy check” lists below, then publish."));
}
