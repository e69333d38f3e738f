namespace Gongtui.Workflows.Procedures;

/// <summary>The procedures that come with the product: the files of this folder, as Studio exports them.</summary>
public static class ProductProcedures
{
    private const string Folder = "procedures/";

    /// <summary>Elsa JSON of each, in the order of the file names.</summary>
    public static IEnumerable<byte[]> All()
    {
        var assembly = typeof(ProductProcedures).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }
}
