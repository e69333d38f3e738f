using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Boxes;

/// <summary>Casts the caller's sheet into a box: once, whatever is repeated.</summary>
/// <param name="Box">Box id, such as "e1/2".</param>
/// <param name="Sheet">The sheet that the box's purpose asks for.</param>
/// <param name="Attempt">Random text that is repeated when the same casting is tried again.</param>
[AllowedTo]
public sealed record CastSheet(string Box, JsonElement Sheet, string Attempt) : ICommand<SheetReceipt>, IChecked
{
    public Refusal? Check() => Sheet.ValueKind == JsonValueKind.Object && Attempt.Length <= 128
        ? null
        : Refusals.Invalid(new("没有收到填好的表。", "No filled-in sheet was received."), "{ … }", $"{Sheet.ValueKind}");

    /// <summary>Nothing of a sheet may come into a log by accident.</summary>
    public override string ToString() => $"{nameof(CastSheet)} {Box}";
}

/// <summary>What the person takes home; shown once.</summary>
/// <param name="Text">Sixteen groups of four hexadecimal digits.</param>
public sealed record SheetReceipt(string Box, string Text);

public sealed class CastSheetHandler(GongtuiDb db, BoxDesk boxes, CallerAccessor callers) : IRequestHandler<CastSheet, Result<SheetReceipt>>
{
    public async Task<Result<SheetReceipt>> Handle(CastSheet request, CancellationToken cancellationToken)
    {
        var state = await db.Boxes.AsNoTracking().Where(row => row.Box == request.Box)
            .Select(row => row.State).FirstOrDefaultAsync(cancellationToken);
        return state switch
        {
            null => BoxRefusals.Unknown(request.Box),
            "Open" => await boxes.CastAsync(request.Box, callers.Current.Id, request.Sheet, request.Attempt, cancellationToken),
            _ => BoxRefusals.Closed(request.Box),
        };
    }
}
