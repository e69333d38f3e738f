namespace Gongtui.Host.Shell;

/// <summary>Where to go after signing in or choosing a language: only to a page of this site.</summary>
public static class LocalPath
{
    /// <summary>The path when it is a local one, the other otherwise.</summary>
    public static string Or(string? path, string other) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.AsSpan().ContainsAny('\r', '\n', '\t') ? path : other;
}
