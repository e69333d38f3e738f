namespace Gongtui.Host.Persistence.Boxes;

/// <summary>The column <c>box.state</c>.</summary>
internal static class BoxState
{
    public const long Open = 0;

    /// <summary>Sheets are rewritten in the order of their hashes; what was freed may still hold the old ones.</summary>
    public const long Sealed = 1;

    /// <summary>What was freed is gone, too.</summary>
    public const long Scrubbed = 2;
}
