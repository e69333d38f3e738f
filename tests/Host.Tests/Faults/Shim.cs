using System.Buffers.Binary;
using System.Diagnostics;
using Xunit;

namespace Gongtui.Host.Tests.Faults;

/// <summary>Makes the disk or the clock of one process misbehave: a small library (shim.c) that the system loads before its own.</summary>
internal sealed class Shim : IDisposable
{
    // errno.h
    public const int InputOutput = 5, NoSpace = 28, ReadOnly = 30;

    private const int Size = 16, FlushAt = 8, WriteAt = 12;
    private static readonly Lazy<string?> Library = new(Compile);
    private readonly string _control = Path.GetTempFileName();
    private readonly string _folder;

    /// <param name="folder">Whose files are concerned.</param>
    /// <exception cref="SkipException">There is no C compiler here, or no Linux.</exception>
    public Shim(string folder)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Faults of disk and clock are made by a library that only Linux loads this way");
        Skip.If(Library.Value is null, "There is no gcc here, which the library that makes disk and clock fail is compiled with (Debian: apt-get install gcc)");
        _folder = folder;
        File.WriteAllBytes(_control, new byte[Size]);
    }

    /// <summary>Variables of the process that it is to stand before.</summary>
    public (string Name, string Value)[] Settings => [("LD_PRELOAD", Library.Value!), ("GONGTUI_SHIM", _control), ("GONGTUI_SHIM_FOLDER", _folder)];

    /// <summary>What was done to the folder's files since a fault began: "flush" or "write", the descriptor and the path.</summary>
    public IReadOnlyList<string> Calls => File.Exists(_control + ".log") ? File.ReadAllLines(_control + ".log") : [];

    /// <summary>From now on no flush works; 0 ends it.</summary>
    public void FailFlushes(int errno) => Write(FlushAt, BitConverter.GetBytes(errno));

    /// <summary>From now on no write works; 0 ends it.</summary>
    public void FailWrites(int errno) => Write(WriteAt, BitConverter.GetBytes(errno));

    /// <summary>Sets the clock of the process to the machine's and this much more.</summary>
    public void SetClock(TimeSpan ahead)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, ahead.Ticks * TimeSpan.NanosecondsPerTick);
        Write(0, bytes);
    }

    public void Dispose()
    {
        File.Delete(_control);
        File.Delete(_control + ".log");
    }

    private void Write(int at, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(_control, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, bytes, at);
    }

    private static string? Compile()
    {
        var library = Path.Combine(Directory.CreateTempSubdirectory("gongtui-shim-").FullName, "shim.so");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(library)!, recursive: true);
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("gcc", ["-shared", "-fPIC", "-O1", "-o", library, Path.Combine(SourceFiles.Root, "tests", "Host.Tests", "Faults", "shim.c"), "-ldl"]))!;
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? library : throw new InvalidOperationException($"gcc ended with {compiler.ExitCode}.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
