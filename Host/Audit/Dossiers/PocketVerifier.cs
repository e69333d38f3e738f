namespace Gongtui.Host.Audit.Dossiers;

/// <summary>The page that checks a dossier in anybody's browser, from disk and without a network.</summary>
internal static class PocketVerifier
{
    public static byte[] Page()
    {
        using var page = typeof(PocketVerifier).Assembly.GetManifestResourceStream("dossier/verify.html")!;
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return bytes.ToArray();
    }
}
