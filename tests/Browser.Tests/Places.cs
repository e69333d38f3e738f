namespace Gongtui.Browser.Tests;

/// <summary>Where the tests find the built Host and leave their pictures.</summary>
internal static class Places
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The folder of Workflows.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string HostProject { get; } = Path.Combine(Root, "Host");

    /// <summary>The Host as built in the same configuration as these tests.</summary>
    public static string HostAssembly { get; } =
        Path.Combine(HostProject, "bin", Output.Parent!.Name, Output.Name, "Gongtui.Host.dll");

    public static string Screenshots { get; } = Path.Combine(Root, "artifacts", "screenshots");

    private static string FindRoot()
    {
        var folder = Output;
        while (!File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run below the folder of Workflows.sln.");
        return folder.FullName;
    }
}
