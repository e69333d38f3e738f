using System.Security.Cryptography;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Audit.Dossiers;

/// <summary>The key with which this installation signs what it hands out. Made at the first use and kept in the data directory.</summary>
public sealed class OfficeKey(DataDirectory data, GongtuiOptions options) : IDisposable
{
    /// <summary>How it signs.</summary>
    public const string Algorithm = "ECDSA-P256-SHA256";

    private const string FileName = "office-key.pem";
    private readonly Lazy<ECDsa> key = new(() => Open(options.OfficeKey ?? data.File(FileName)));

    /// <summary>Where it is kept.</summary>
    public string File => options.OfficeKey ?? data.File(FileName);

    /// <summary>Whether it has been made.</summary>
    public bool Exists => System.IO.File.Exists(File);

    /// <summary>The public half: SubjectPublicKeyInfo, base64.</summary>
    public string PublicKey => Convert.ToBase64String(key.Value.ExportSubjectPublicKeyInfo());

    /// <summary>Signs a text that leaves the house.</summary>
    public DossierSignature Sign(byte[] text) => new(Algorithm, PublicKey, Convert.ToBase64String(key.Value.SignData(text, HashAlgorithmName.SHA256)));

    public void Dispose()
    {
        if (key.IsValueCreated) key.Value.Dispose();
    }

    private static ECDsa Open(string file)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (System.IO.File.Exists(file))
        {
            key.ImportFromPem(System.IO.File.ReadAllText(file));
            return key;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
