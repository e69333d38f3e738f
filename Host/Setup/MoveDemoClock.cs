using Gongtui.Engine.Execution;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Setup;

/// <summary>Moves the demo's clock forward.</summary>
/// <param name="By">How far; null: just past the earliest timer that runs.</param>
[AllowedTo]
public sealed record MoveDemoClock(TimeSpan? By) : ICommand<Done>, IChecked
{
    public Refusal? Check() => By is null || (By > TimeSpan.Zero && By <= TimeSpan.FromDays(366))
        ? null
        : Refusals.Invalid(new("只能向前拨，一次最多一年。", "Only forward, by a year at most."));
}

public sealed class MoveDemoClockHandler(DemoSeed demo, ElectionClock clock, IJournalDatabase journal, Runtime runtime, GongtuiOptions options)
    : IRequestHandler<MoveDemoClock, Result<Done>>
{
    public async Task<Result<Done>> Handle(MoveDemoClock request, CancellationToken cancellationToken)
    {
        if (!options.Demo) return Refusals.NotFound(new("演示时钟", "A demo clock"));
        var next = await journal.NextDueAsync(cancellationToken);
        if (request.By is null && next is null) return NothingRuns;
        await demo.MoveClockAsync(request.By ?? (TimeSpan.FromTicks(Math.Max(0, (next!.Value - clock.GetUtcNow()).Ticks)) + TimeSpan.FromSeconds(1)));
        // Not left to the timekeeper alone: the page that comes next shows what the date has brought.
        await runtime.FireTimersAsync(clock.GetUtcNow(), cancellationToken);
        return Done.Instance;
    }

    private static readonly Refusal NothingRuns = new(
        Kinds.Conflict,
        new("现在没有在计时的环节。", "No step is waiting for a time."),
        NextStep: new("请先办理到有期限的环节，例如公示。", "Carry on to a step that runs for a time, such as the publicity period."));
}
