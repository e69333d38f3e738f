using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>A test that needs Chromium; without one it is skipped in plain sight.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Executable is null) Skip = "Chromium is not installed (apt-get install chromium, or set GONGTUI_CHROMIUM).";
    }
}
