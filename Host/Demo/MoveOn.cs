using Gongtui.Engine.Execution;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Setup;
using MediatR;

namespace Gongtui.Host.Demo;

/// <summary>Demo only: moves the clock of elections forward, to the next date that is waited for or by a day, and fires what is due.</summary>
/// <param name="OneDay">By a day; otherwise to the next date.</param>
[AllowedTo]
public sealed record MoveOn(bool OneDay) : ICommand<MovedTo>;

/// <summary>What time it is now in the demo, and how many dates have come.</summary>
public sealed record MovedTo(DateTimeOffset Now, int Fired);

public sealed class MoveOnHandler(GongtuiOptions options, ElectionClock clock, DemoSeed demo, IJournalDatabase journal, Runtime runtime)
    : IRequestHandler<MoveOn, Result<MovedTo>>
{
    public async Task<Result<MovedTo>> Handle(MoveOn request, CancellationToken cancellationToken)
    {
        if (!options.Demo) return DemoRefusals.NotADemo;
        var forward = TimeSpan.FromDays(1);
        if (!request.OneDay)
        {
            if (await journal.NextDueAsync(cancellationToken) is not { } due) return DemoRefusals.NothingDue;
            forward = due - clock.GetUtcNow() + TimeSpan.FromSeconds(1);
        }

        if (forward > TimeSpan.Zero) await demo.MoveClockAsync(forward);
        var fired = await runtime.FireTimersAsync(clock.GetUtcNow(), cancellationToken);
        return new MovedTo(clock.GetUtcNow(), fired);
    }
}
