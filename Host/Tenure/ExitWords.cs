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
}
