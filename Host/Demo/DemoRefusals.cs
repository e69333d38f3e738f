using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Demo;

/// <summary>Why the demo's helpers do nothing.</summary>
public static class DemoRefusals
{
    public static Refusal NotADemo { get; } = new(
        Kinds.Forbidden,
        new("这不是演示。", "This is not a demo."),
        NextStep: new("真实选举中，时间和选票都不能代办。", "In a real election neither time nor sheets can be made up."));

    public static Refusal NothingDue { get; } = new(
        Kinds.Conflict,
        new("没有在等的时间点。", "No date is waited for."),
        NextStep: new("请先办理待办，或快进一天。", "Do what is open, or move on by a day."));
}
