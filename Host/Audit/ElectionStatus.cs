using Gongtui.Activities;
using Gongtui.Host.Shell.Components;

namespace Gongtui.Host.Audit;

/// <summary>The status column of an election, in words and tone.</summary>
public static class ElectionStatus
{
    public static Text Name(string status) => status switch
    {
        "Running" => new("进行中", "running"),
        "Finished" => new("已结束", "finished"),
        "Cancelled" => new("已终止", "cancelled"),
        "Faulted" => new("出错待处理", "waits after a failure"),
        _ => new(status, status),
    };

    public static Tone ToneOf(string status) => status switch
    {
        "Running" => Tone.Info,
        "Finished" => Tone.Good,
        "Faulted" => Tone.Bad,
        _ => Tone.Plain,
    };
}
