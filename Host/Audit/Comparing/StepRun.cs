using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Audit.Comparing;

/// <summary>One run of a step: where in the journal it began and ended, and how.</summary>
/// <param name="Ended">Instant of its end; null while it runs.</param>
/// <param name="Outcome">Arrow by which it was left; "canceled" or "faulted" when it was not; null while it runs.</param>
public sealed record StepRun(string Step, string Type, long First, DateTimeOffset Began, long? Last, DateTimeOffset? Ended, string? Outcome)
{
    public TimeSpan? Took => Ended - Began;

    /// <summary>The runs of the product's steps in the order in which they began.</summary>
    public static IReadOnlyList<StepRun> Of(IEnumerable<Entry> entries, WorkflowGraph graph)
    {
        var (runs, at, command) = (new List<StepRun>(), new Dictionary<int, int>(), default(CommandEntry));
        foreach (var entry in entries)
        {
            command = entry as CommandEntry ?? command;
            if (entry is Executing began && graph.Find(began.Activity) is { } node && node.Activity.Type.StartsWith("Gongtui.", StringComparison.Ordinal) && node.Section is null && at.TryAdd(began.Run, runs.Count))
                runs.Add(new(began.Activity, node.Activity.Type, entry.Sequence, command!.At, null, null, null));
            var (run, outcome) = entry switch
            {
                Completed completed => (completed.Run, completed.Outcomes is [var first, ..] ? first : "Done"),
                Canceled canceled => (canceled.Run, "canceled"),
                _ => (0, ""),
            };
            if (run != 0 && at.TryGetValue(run, out var place))
                runs[place] = runs[place] with { Last = entry.Sequence, Ended = command!.At, Outcome = outcome };
        }

        return runs;
    }
}

/// <summary>Two courses side by side: a step that both took, or that only one did.</summary>
public sealed record CoursePair(StepRun? Left, StepRun? Right)
{
    public bool Same => Left is not null && Right is not null && Left.Outcome == Right.Outcome;

    /// <summary>Puts the longest common order of steps side by side.</summary>
    public static IReadOnlyList<CoursePair> Align(IReadOnlyList<StepRun> left, IReadOnlyList<StepRun> right)
    {
        var longest = Enumerable.Range(0, left.Count + 1).Select(_ => new int[right.Count + 1]).ToArray();
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                longest[i][j] = left[i].Step == right[j].Step ? longest[i + 1][j + 1] + 1 : Math.Max(longest[i + 1][j], longest[i][j + 1]);
        }

        var pairs = new List<CoursePair>();
        for (var (i, j) = (0, 0); i < left.Count || j < right.Count;)
        {
            if (i < left.Count && j < right.Count && left[i].Step == right[j].Step) pairs.Add(new(left[i++], right[j++]));
            else if (j == right.Count || (i < left.Count && longest[i + 1][j] >= longest[i][j + 1])) pairs.Add(new(left[i++], null));
            else pairs.Add(new(null, right[j++]));
        }

        return pairs;
    }
}
