namespace Gongtui.Host.Studio;

/// <summary>The visual editor: Elsa Studio's files and the page around it.</summary>
public static class StudioRoom
{
    public static void AddStudio(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(StudioPackage.In(builder.Environment.ContentRootPath));

    /// <summary>Before sign-in: the package's files, which everybody may have.</summary>
    public static void UseStudioFiles(this WebApplication app) => app.UseMiddleware<StudioFiles>();
}
