namespace Gongtui.Host.Practice;

/// <summary>Whether what this container serves is a rehearsal. Every screen and every form asks it and says so.</summary>
/// <param name="Running">The rehearsal; null where the real elections are.</param>
public sealed record PracticeMark(Drill? Running)
{
    /// <summary>What is written across every page and into every file.</summary>
    public const string Zh = "演练 · 虚构数据";

    public const string En = "REHEARSAL · invented data";

    public bool On => Running is not null;
}
