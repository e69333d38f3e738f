namespace Gongtui.Workflows.Procedures;

/// <summary>The procedures that come with the product: the files of this folder, as Studio exports them.</summary>
public static class ProductProcedures
{
    /// <summary>Elsa JSON of each, the sections that several share first, each in the order of the file names.</summary>
    public static IEnumerable<byte[]> All() => [.. In("sections/"), .. In("procedures/")];

    /// <summary>Elsa JSON of the sections: workflows that run inside the procedures as activities.</summary>
    public static IEnumerable<byte[]> Sections() => In("sections/");

    private static IEnumerable<byte[]> In(string folder)
    {
        var assembly = typeof(ProductProcedures).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }
}
