namespace Gongtui.Host.Audit.Dossiers.Checking;

/// <summary>One thing that was checked.</summary>
/// <param name="What">What it was, Chinese and English.</param>
/// <param name="Fault">The first thing about it that does not hold; null when all does.</param>
public sealed record Finding(string What, string? Fault)
{
    public bool Holds => Fault is null;
}
