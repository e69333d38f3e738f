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
    public async Task<Result<OthersCast>> Handle(LetOthersCast request, CancellationToken cancellationToken)
    {
        if (!options.Demo) return DemoRefusals.NotADemo;
        var found = await book.FindAsync(request.Instance, cancellationToken);
        if (!found.Accepted) return found.Refusal;
        var election = (await desk.FindAsync(request.Instance, cancellationToken))?.Election();
        if (election?.Boxes.GetValueOrDefault(request.Box) is not { IsOpen: true, Form: { } form, Eligible: { } electors } box)
            return BoxRefusals.Closed(request.Box);

        var (sheets, me) = (0, desk.Actor.Id);
        foreach (var person in electors.Where(person => person != me))
        {
            var sheet = boxes.KindOf(box.Purpose).Invent(form, RandomNumberGenerator.GetInt32);
            var cast = await boxes.CastAsync(box.Id, person, sheet, "", cancellationToken);
            if (cast.Accepted) sheets++;
        }

        return new OthersCast(sheets);
    }
}
