using System.Globalization;

namespace Gongtui.Host.Studio;

/// <summary>One file of the package and how it travels.</summary>
/// <param name="Path">Where it lies, not packed.</param>
/// <param name="ContentType">Of the file itself, also when a packed body is sent.</param>
/// <param name="Encodings">Which packed bodies lie beside it, the smallest first: "br", "gzip".</param>
/// <param name="IsFingerprinted">Its name changes with its content: a browser may keep it for ever.</param>
/// <param name="PackedLength">Bytes of the smallest body.</param>
/// <param name="Tag">Names the content; the package's version and the file's length, since one version never changes.</param>
public sealed record StudioFile(string Path, string ContentType, IReadOnlyList<string> Encodings, bool IsFingerprinted, long PackedLength, string Tag)
{
    /// <summary>Null for a kind of file that no page of Studio asks for.</summary>
    public static StudioFile? Of(FileInfo file, string version)
    {
        if (TypeOf(file.Extension) is not { } type) return null;
        var packed = new List<string>(2);
        if (File.Exists(file.FullName + ".br")) packed.Add("br");
        if (File.Exists(file.FullName + ".gz")) packed.Add("gzip");
        var tag = string.Create(CultureInfo.InvariantCulture, $"{version}-{file.Length:x}");
        var length = packed.Contains("br") ? new FileInfo(file.FullName + ".br").Length : file.Length;
        return new StudioFile(file.FullName, type, packed, StudioNames.IsFingerprinted(file.Name), length, tag);
    }

    /// <summary>The first body that the browser takes, and its name in Content-Encoding; null there for the file itself.</summary>
    public (string Path, string? Encoding) BodyFor(IReadOnlyCollection<string> accepted)
    {
        var encoding = Encodings.FirstOrDefault(accepted.Contains);
        return (encoding switch { "br" => Path + ".br", "gzip" => Path + ".gz", _ => Path }, encoding);
    }

    /// <summary>The wrong type stops WebAssembly from compiling while it loads, and "nosniff" stops everything else.</summary>
    internal static string? TypeOf(string extension) => extension switch
    {
        ".wasm" => "application/wasm",
        ".dat" => "application/octet-stream",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" or ".map" => "application/json; charset=utf-8",
        ".woff2" => "font/woff2",
        ".png" => "image/png",
        ".ico" or ".cur" => "image/x-icon",
        _ => null,
    };
}
