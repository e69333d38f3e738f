using Gongtui.Activities;
using Gongtui.Host.Identity;

namespace Gongtui.Host.Shell;

/// <summary>An entry of the main menu.</summary>
/// <param name="Href">Path; the entry is current on it and on everything below.</param>
/// <param name="Label">Two to four characters in Chinese.</param>
/// <param name="Roles">Any of these sees it; none: everybody who is signed in.</param>
public sealed record NavigationItem(string Href, Text Label, params string[] Roles)
{
    public bool IsFor(Caller caller) => caller.IsSignedIn && (Roles.Length == 0 || Roles.Any(caller.Has));

    public bool IsCurrent(string path) => path == Href || path.StartsWith(Href + "/", StringComparison.Ordinal);
}

/// <summary>The main menu, in order. A room that has a page adds its line here.</summary>
public static class Navigation
{
    public static IReadOnlyList<NavigationItem> Items { get; } =
    [
        new("/", new("首页", "Home")),
        new("/tasks", new("待办", "Tasks")),
        new("/notices", new("公告", "Notices")),
        new("/elections", new("选举", "Elections")),
        new("/roll", new("名册", "Rolls"), Roles.Staff, Roles.Admin),
        new("/audit", new("监督", "Audit"), Roles.Auditor, Roles.Staff),
        new("/design", new("设计", "Design"), Roles.Designer),
        new("/people", new("人员", "People"), Roles.Admin),
    ];
}
