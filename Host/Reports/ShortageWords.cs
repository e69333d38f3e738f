using Gongtui.Activities;
using Gongtui.Activities.Voting;

namespace Gongtui.Host.Reports;

/// <summary>What can be done about open seats, in words.</summary>
public static class ShortageWords
{
    public static Text Of(ShortageChoice choice) => choice switch
    {
        ShortageChoice.Again => new("另行选举", "another election"),
        ShortageChoice.Reduce => new("减少名额", "fewer seats"),
        _ => new("暂缺", "left vacant"),
    };
}
