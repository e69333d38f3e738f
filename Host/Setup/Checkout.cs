namespace Gongtui.Host.Setup;

/// <summary>
/// Whether this program runs from its sources. A checkout is for looking at the product, so it runs in Development, with the demo; an installation is not.
/// A launch profile would do the same, but <c>dotnet run</c> announces one on standard output, which belongs to the verbs.
/// </summary>
internal static class Checkout
{
    /// <summary>Development in a checkout; null, which leaves the choice to the configuration, elsewhere.</summary>
    public static string? EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null && Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null
        && File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "Host.csproj"))
            ? Environments.Development
            : null;
}
