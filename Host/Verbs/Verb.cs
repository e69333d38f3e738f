using Gongtui.Host.Verbs.Copies;

namespace Gongtui.Host.Verbs;

/// <summary>What the Host does from the command line instead of serving pages: <c>Host -- VERB …</c>.</summary>
internal static class Verb
{
    /// <returns>The exit code, or null when the arguments name no verb and the Host is to serve.</returns>
    public static async Task<int?> TryAsync(string[] args) => args switch
    {
        ["run", .. var rest] => await RunVerb.ExecuteAsync(rest, Console.Out, Console.Error),
        ["lint", .. var rest] => await LintVerb.ExecuteAsync(rest, Console.Out, Console.Error),
        ["backup", .. var rest] => await BackupVerb.ExecuteAsync(rest, Console.Out, Console.Error),
        ["restore", .. var rest] => await RestoreVerb.ExecuteAsync(rest, Console.Out, Console.Error),
        ["move", .. var rest] => await MoveVerb.ExecuteAsync(rest, Console.Out, Console.Error),
        ["verify", .. var rest] => await VerifyVerb.ExecuteAsync(rest, Console.Out, Console.Error),
        ["count"] => CountVerb.Execute(),
        ["pilot"] => await PilotVerb.ExecuteAsync(Console.Out),
        ["migrate", .. var rest] => await MigrateVerb.ExecuteAsync(rest, Console.Out),
        ["rebuild", .. var rest] => await RebuildVerb.ExecuteAsync(rest, Console.Out),
        _ => null,
    };
}
