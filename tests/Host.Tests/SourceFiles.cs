namespace Gongtui.Host.Tests;

/// <summary>The repository's own sources as they lie on disk: nothing generated, nothing installed.</summary>
internal static class SourceFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "Migrations", "artifacts", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files of the given kinds below a folder of the repository, as paths relative to its root.</summary>
    public static IEnumerable<string> Under(string folder, params string[] extensions)
    {
        var start = new DirectoryInfo(Path.Combine(Root, folder));
        return start.Exists ? Walk(start, extensions).Select(file => Path.GetRelativePath(Root, file.FullName)) : [];
    }

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder, string[] extensions) =>
        folder.EnumerateFiles().Where(file => extensions.Contains(file.Extension))
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(child => Walk(child, extensions)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run below the folder of Workflows.sln.");
        return folder.FullName;
    }
}
