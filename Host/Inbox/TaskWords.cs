using Gongtui.Activities;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Identity;

namespace Gongtui.Host.Inbox;

/// <summary>How tasks are talked about.</summary>
public static class TaskWords
{
    public static Text State(string state) => state switch
    {
        TaskCase.Open => new("待办", "open"),
        TaskCase.Completed => new("已办", "done"),
        _ => new("已撤回", "withdrawn"),
    };

    /// <summary>A decision as its button says it.</summary>
    public static Text Decision(string kind, string decision) =>
        TaskCatalog.All.FirstOrDefault(known => known.Id == kind)?.Choices.FirstOrDefault(choice => choice.Id == decision)?.Label
        ?? new(decision, decision);

    /// <summary>A principal as people say it: a role, or a person by name.</summary>
    /// <param name="name">Names persons.</param>
    public static Text Principal(string principal, Func<string, string> name)
    {
        var last = principal[(principal.LastIndexOf(':') + 1)..];
        return principal.StartsWith("person:", StringComparison.Ordinal) ? new(name(last), name(last)) : Roles.Name(last);
    }
}
