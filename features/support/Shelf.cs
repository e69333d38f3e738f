using System.Collections.Concurrent;

namespace Gongtui.Features.Support;

/// <summary>Elections that stand at a step of the usual course: each is made once per run, by the commands of <see cref="Course"/> in a Host
/// that begins with the election one step before. A scenario begins with a copy of its own, as after a restart of the Host.</summary>
internal static class Shelf
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);

    /// <summary>Data directory of an election that waits at the step.</summary>
    public static Task<string> AtAsync(string step, string procedure = Election.UsualProcedure) =>
        Made.GetOrAdd($"{procedure} {step}", _ => new(() => MakeAsync(step, procedure))).Value;

    /// <summary>Removes everything that was made.</summary>
    public static async Task ClearAsync()
    {
        foreach (var made in Made.Values) Directory.Delete(await made.Value, recursive: true);
        Made.Clear();
    }

    private static async Task<string> MakeAsync(string step, string procedure)
    {
        await using var host = new HostInProcess { KeepsData = true };
        var election = new Election(host) { Procedure = procedure };
        var (meeting, clock) = (new Meeting(election), new Clock(host, election));
        var course = new Course(election, new Papers(election), meeting, clock);
        if (procedure != Election.UsualProcedure) course.Follow(procedure);
        // The other procedures leave steps out or take some twice: only the usual one is made step by step.
        var before = procedure == Election.UsualProcedure ? course.InOrder.TakeWhile(name => name != step).LastOrDefault() : null;
        if (before is not null)
        {
            host.BeginWith(await AtAsync(before));
            election.TakeOver();
        }

        await course.ReachAsync(step);
        return host.Data;
    }
}
