using Gongtui.Host.Persistence;

namespace Gongtui.Host.Setup;

/// <summary>The directory of one installation, held by one process at a time.</summary>
/// <remarks>The single writers of history and boxes live in this process; a second one on the same files would break them.</remarks>
public sealed class DataDirectory : IDisposable
{
    private const int LockedOnLinux = 11, LockedOnMac = 35, LockedOnWindows = unchecked((int)0x80070020);
    private readonly FileStream _hold;

    /// <summary>Creates and holds the directory.</summary>
    /// <exception cref="CannotStartException">Another process holds it.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public DataDirectory(GongtuiOptions options)
    {
        Root = options.DataDirectory;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Root);
        else
            Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            _hold = new FileStream(File("in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows)
        {
            throw new CannotStartException(
                $"公推直选没有启动：数据目录正被另一进程使用：{Root} 。请关闭那个进程，或换一个数据目录。"
                + $" | Gongtui did not start: the data directory is in use by another process: {Root} . Close that one, or choose another data directory.", e);
        }
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>Absolute path of a file or folder in it.</summary>
    public string File(string name) => Path.Combine(Root, name);

    public void Dispose() => _hold.Dispose();
}
