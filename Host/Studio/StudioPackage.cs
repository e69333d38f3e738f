using System.Collections.Frozen;
using System.Text.Json;

namespace Gongtui.Host.Studio;

/// <summary>Elsa Studio as the npm package brings it, unmodified: its files by the path under which browsers ask for them.</summary>
public sealed class StudioPackage
{
    /// <summary>The version that the Studio pages were made for and tested with.</summary>
    public const string Version = "3.8.2";

    /// <summary>Bytes, as packed.</summary>
    private const int Big = 80_000;

    private static readonly string[] Folders = ["_framework", "_content"];

    private readonly FrozenDictionary<string, StudioFile> _files;

    private StudioPackage(string? installed, Dictionary<string, StudioFile> files)
    {
        Installed = installed;
        _files = files.ToFrozenDictionary(StringComparer.Ordinal);
        Biggest = [.. files.Where(file => IsPartOfEveryStart(file.Key) && file.Value.PackedLength >= Big).OrderByDescending(file => file.Value.PackedLength).Select(file => file.Key)];
    }

    /// <summary>The package's own version; null when it is not there.</summary>
    public string? Installed { get; }

    /// <summary>Request paths of all files that it has.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>In a checkout the package lies where npm put it, in an installation beside the program.</summary>
    public static StudioPackage In(string contentRoot)
    {
        string[] places =
        [
            Path.Combine(contentRoot, "Studio", "node_modules", "@elsa-workflows", "elsa-studio-wasm"),
            Path.Combine(contentRoot, "studio"),
            Path.Combine(AppContext.BaseDirectory, "studio"),
        ];
        var root = places.FirstOrDefault(place => File.Exists(Path.Combine(place, "package.json")));
        return root is null ? new StudioPackage(null, []) : Read(root);
    }

    /// <summary>Files that every start of Studio needs, that are worth fetching ahead and that a browser may keep: two thirds of the download.</summary>
    public IReadOnlyList<string> Biggest { get; }

    /// <summary>A file's address on a page: Studio's names without a fingerprint get one behind them. What Studio itself asks for later stays as it is.</summary>
    public string Address(string path) =>
        Find("/" + path) is { IsFingerprinted: false } file ? $"{path}?v={file.Tag}" : path;

    public StudioFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>The program and its data; what lies in a folder below belongs to one language.</summary>
    private static bool IsPartOfEveryStart(string path) =>
        path.StartsWith("/_framework/", StringComparison.Ordinal) && path.Count(letter => letter == '/') == 2
        && (path.EndsWith(".wasm", StringComparison.Ordinal) || path.EndsWith(".dat", StringComparison.Ordinal));

    private static StudioPackage Read(string root)
    {
        var version = VersionOf(root);
        var files = new Dictionary<string, StudioFile>(StringComparer.Ordinal);
        var found = Folders.Select(folder => new DirectoryInfo(Path.Combine(root, folder))).Where(folder => folder.Exists)
            .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
            .Concat(new DirectoryInfo(root).EnumerateFiles("*.styles.css"));
        foreach (var file in found)
        {
            if (StudioFile.Of(file, version) is { } known)
                files["/" + Path.GetRelativePath(root, file.FullName).Replace('\\', '/')] = known;
        }

        return new StudioPackage(version, files);
    }

    private static string VersionOf(string root)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "package.json")));
        return package.RootElement.GetProperty("version").GetString() ?? "";
    }
}
