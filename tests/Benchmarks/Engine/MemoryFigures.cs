using Gongtui.Engine.Execution;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;

namespace Gongtui.Benchmarks.Engine;

/// <summary>How fast the kernel is when nothing is written to disk: one core, a seven-step flowchart of steps that do nothing.</summary>
internal static class MemoryFigures
{
    private const int Steps = 7;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Figure> Measure(TimeSpan during)
    {
        var diagrams = Diagrams.Row("Bench.Pass", Steps);
        var decided = Pace.Of(during, Steps, i => Decide(diagrams, i));
        yield return Figure.AtLeast(500_000, "decide and apply, 7-step flowchart, one core", decided, "steps/s");
        var runtime = new Runtime(new MemoryJournalStore(), diagrams, [], new RuntimeOptions { CachedInstances = 16 });
        var stored = Pace.Of(during, Steps, i => Run(runtime, diagrams, i));
        yield return new Figure("the same, encoded, hashed and kept in memory", stored, "steps/s");
    }

    private static void Decide(Diagrams diagrams, long i)
    {
        var command = new StartCommand($"i{i}", diagrams.Graph) { Now = Now };
        var decision = Gongtui.Engine.Execution.Decide.Async(new InstanceState(diagrams, []), command, Guid.NewGuid, BurstLimits.Default);
        if (!decision.IsCompletedSuccessfully || decision.Result.Refusal is not null)
            throw new InvalidOperationException("The run did not go through.");
    }

    private static void Run(Runtime runtime, Diagrams diagrams, long i)
    {
        var sent = runtime.SendAsync(new StartCommand($"i{i}", diagrams.Graph) { Now = Now });
        if (!sent.IsCompletedSuccessfully || sent.Result is not Outcome.Accepted { Standing.IsOver: true })
            throw new InvalidOperationException("The run did not finish.");
    }
}
