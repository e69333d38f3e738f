namespace Gongtui.Host.Shell.Components;

/// <summary>What a status means for the reader. The words always say it too; colour alone tells nothing.</summary>
public enum Tone
{
    Plain,
    Good,
    Wait,
    Bad,
    Info,
}
