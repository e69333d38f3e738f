using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Gongtui.Features.Support;

internal static class Telemetry
{
    /// <summary>Keeps SpecFlow from reporting each run to its makers: it reads this variable before the first step.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A test assembly has no Main; this is its only earliest moment.")]
    internal static void Off() => Environment.SetEnvironmentVariable("SPECFLOW_TELEMETRY_ENABLED", "0");
}
