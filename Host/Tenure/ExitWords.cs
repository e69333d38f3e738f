using Gongtui.Activities;
using Gongtui.Activities.Tenure;

namespace Gongtui.Host.Tenure;

/// <summary>How ways of leaving a post are called.</summary>
public static class ExitWords
{
    public static Text Of(ExitGround ground) => ground switch
    {
        ExitGround.Resignation => new("辞职", "resignation"),
        ExitGround.Transfer => new("调动", "transfer"),
        ExitGround.Adjustment => new("组织调整", "adjustment"),
        ExitGround.Removal => new("免职", "removal"),
        _ => new("罢免", "recall"),
    };

    /// <summary>What is done about a vacancy.</summary>
    public static Text Of(VacancyChoice choice) => choice switch
    {
        VacancyChoice.ByElection => new("补选", "by-election"),
        VacancyChoice.Appointment => new("上级调动或指派", "appointment by the superior"),
        _ => new("暂缺", "left vacant"),
    };
}
