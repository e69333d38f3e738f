using System.Diagnostics;
using Xunit;

namespace Gongtui.Host.Tests.Faults;

/// <summary>A disk of a few megabytes that a test may fill and make read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongtui-disk-");

    /// <exception cref="SkipException">Nothing can be mounted here.</exception>
    public SmallDisk(int megabytes)
    {
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "gongtui-test", _folder.FullName)) return;
        _folder.Delete();
        Skip.If(true, "Only root on Linux can mount the small disk that this test fills");
    }

    public string Folder => _folder.FullName;

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Takes what is left, to the last byte.</summary>
    public void Fill()
    {
        using var file = File.Create(Filler);
        var piece = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(piece);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    /// <summary>Nobody may hold a file open for writing.</summary>
    public void SetReadOnly(bool readOnly) => Assert.True(Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Folder));

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        _folder.Delete(recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
