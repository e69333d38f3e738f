using Gongtui.Activities;
using Gongtui.Host.Shell.Components;

namespace Gongtui.Host.Elections;

/// <summary>How the state of an election is said and coloured.</summary>
public static class ElectionWords
{
    public static Text Status(string status) => status switch
    {
        "Running" => new("进行中", "running"),
        "Finished" => new("已完成", "finished"),
        "Cancelled" => new("已终止", "cancelled"),
        "Faulted" => new("出错待处理", "needs attention"),
        _ => new(status, status),
    };

    public static Tone ToneOf(string status) => status switch
    {
        "Running" => Tone.Wait,
        "Finished" => Tone.Good,
        "Faulted" => Tone.Bad,
        _ => Tone.Plain,
    };

    /// <summary>A channel of recommendation, a group of assessment or a round of the ballot.</summary>
    public static Text Group(string group) => group switch
    {
        "member" => new("党员", "members"),
        "masses" => new("群众", "masses"),
        "organisation" => new("组织", "organisation"),
        "self" => new("自荐", "self-nomination"),
        "everybody" => new("全体", "everybody"),
        "meeting" => new("党员大会", "members' meeting"),
        _ => new($"第 {group} 轮", $"round {group}"),
    };

    public static Text Purpose(Activities.Boxes.BoxPurpose purpose) => purpose switch
    {
        Activities.Boxes.BoxPurpose.Recommendation => new("推荐票箱", "Recommendation box"),
        Activities.Boxes.BoxPurpose.Assessment => new("测评票箱", "Assessment box"),
        Activities.Boxes.BoxPurpose.Survey => new("问卷票箱", "Survey box"),
        _ => new("选举票箱", "Ballot box"),
    };
}
