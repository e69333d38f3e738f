using Gongtui.Activities;
using Gongtui.Activities.Rules;
using Gongtui.Host.Shell.Components;

namespace Gongtui.Host.Reports;

/// <summary>What became of a name, in words and tone.</summary>
public static class FateWords
{
    public static Text Of(Fate fate) => fate switch
    {
        Fate.Elected => new("当选", "elected"),
        Fate.Tied => new("票数相等", "tied"),
        Fate.WithoutSeat => new("过半数未当选", "majority, no seat"),
        Fate.HoldsHigherPost => new("已任更高职务", "holds a higher post"),
        _ => new("未当选", "not elected"),
    };

    public static Tone ToneOf(Fate fate) => fate switch
    {
        Fate.Elected => Tone.Good,
        Fate.Tied => Tone.Wait,
        Fate.HoldsHigherPost => Tone.Info,
        _ => Tone.Plain,
    };
}
