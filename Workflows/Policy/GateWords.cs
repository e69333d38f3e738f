using Gongtui.Activities;

namespace Gongtui.Workflows.Policy;

/// <summary>What the gate calls things that a diagram names by codes. The host knows the words that people see in the editor.</summary>
/// <param name="Outcome">Of an outcome's code, as it stands on an arrow.</param>
/// <param name="Principal">Of those who act, such as <c>role:superior</c>.</param>
public sealed record GateWords(Func<string, Text> Outcome, Func<string, Text> Principal)
{
    /// <summary>The codes themselves.</summary>
    public static GateWords AsDrawn { get; } = new(code => new(code, code), code => new(code, code));
}
