using System.Security.Cryptography;
using Gongtui.Activities.Elections;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Setup;
using MediatR;

namespace Gongtui.Host.Demo;

/// <summary>Demo only: everybody but the caller who may cast into a box and has not casts an invented sheet.</summary>
[AllowedTo]
public sealed record LetOthersCast(string Instance, string Box) : ICommand<OthersCast>;

/// <summary>How many sheets were invented.</summary>
public sealed record OthersCast(int Sheets);

public sealed class LetOthersCastHandler(GongtuiOptions options, ElectionBook book, ElectionDesk desk, BoxDesk boxes)
    : IRequestHandler<LetOthersCast, Result<OthersCast>>
{
    private const int AtOnce = 256;

    public async Task<Result<OthersCast>> Handle(LetOthersCast request, CancellationToken cancellationToken)
    {
        if (!options.Demo) return DemoRefusals.NotADemo;
        var found = await book.FindAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var election = (await desk.FindAsync(request.Instance, cancellationToken))?.Election();
        if (election?.Boxes.GetValueOrDefault(request.Box) is not { IsOpen: true, Form: { } form, Eligible: { } electors } box)
            return BoxRefusals.Closed(request.Box);

        var (sheets, me) = (0, desk.Actor.Id);
        // As many at a time as share a flush of the box: one after the other, a hundred thousand wait for a hundred thousand flushes.
        await Parallel.ForEachAsync(electors.Where(person => person != me), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (person, token) =>
        {
            var sheet = boxes.KindOf(box.Purpose).Invent(form, RandomNumberGenerator.GetInt32);
            if ((await boxes.CastAsync(box.Id, person, sheet, "", token)).Accepted) Interlocked.Increment(ref sheets);
        });

        return new OthersCast(sheets);
    }
}
