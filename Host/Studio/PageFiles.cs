using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Gongtui.Host.Studio;

/// <summary>What the page around Studio brings along: our scripts, words, icons and styles. They lie in one folder that is named after all that is in it,
/// so a browser asks for each of them once, and what they import from each other stays within one state of them.</summary>
public sealed class PageFiles
{
    private const string Resources = "studio-page/";

    private readonly FrozenDictionary<string, PageFile> _files;

    private PageFiles(string folder, IEnumerable<PageFile> files)
    {
        Folder = folder;
        _files = files.ToFrozenDictionary(file => folder + file.Name, StringComparer.Ordinal);
    }

    /// <summary>Path of the folder, with a slash at both ends.</summary>
    public string Folder { get; }

    /// <summary>Request paths of all files.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>Reads and packs them: 65 KB in all.</summary>
    public static PageFiles Read()
    {
        var program = Assembly.GetExecutingAssembly();
        var names = program.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var files = names.ConvertAll(name => PageFile.Of(name[Resources.Length..], BytesOf(program, name)));
        return new PageFiles($"/{Resources}{Fingerprint(files)}/", files);
    }

    public PageFile? Find(string path) => _files.GetValueOrDefault(path);

    private static byte[] BytesOf(Assembly program, string name)
    {
        using var resource = program.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Of names, lengths and bytes; the lengths keep two files from changing places unseen.</summary>
    private static string Fingerprint(List<PageFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Plain.Length}\n"));
            hash.AppendData(file.Plain);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
