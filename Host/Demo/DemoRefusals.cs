using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Demo;

/// <summary>Why the demo's helper does nothing.</summary>
public static class DemoRefusals
{
    public static Refusal NotADemo { get; } = new(
        Kinds.Forbidden,
        new("这不是演示。", "This is not a demo."),
        NextStep: new("真实选举中，选票不能代投。", "In a real election nobody casts for others."));
}
