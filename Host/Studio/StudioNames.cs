using System.Text.RegularExpressions;

namespace Gongtui.Host.Studio;

/// <summary>What file names of the package say.</summary>
public static partial class StudioNames
{
    /// <summary>The .NET build puts ten characters made from the content before the extension (two of them in bundles of scoped CSS).</summary>
    public static bool IsFingerprinted(string name) => Fingerprint().IsMatch(name);

    [GeneratedRegex(@"\.[a-z0-9]{10}\.(?:bundle\.scp\.css|[a-z]+)$")]
    private static partial Regex Fingerprint();
}
