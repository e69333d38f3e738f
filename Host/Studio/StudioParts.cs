namespace Gongtui.Host.Studio;

/// <summary>What a page with Studio loads, in the order in which the package's own sample page does; the sample's links to Google's fonts are left out.</summary>
public static class StudioParts
{
    public static IReadOnlyList<string> Sheets { get; } =
    [
        "_content/MudBlazor/MudBlazor.min.css",
        "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.css",
        "_content/Radzen.Blazor/css/material-base.css",
        "_content/Elsa.Studio.Shell/css/shell.css",
        "Elsa.Studio.Host.CustomElements.styles.css",
    ];

    /// <summary>Blazor comes last: it starts as soon as it is read.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        "_content/BlazorMonaco/jsInterop.js",
        "_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js",
        "_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js",
        "_content/MudBlazor/MudBlazor.min.js",
        "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.js",
        "_content/Radzen.Blazor/Radzen.Blazor.js",
        "_framework/blazor.webassembly.js",
    ];
}
