using System.Text.Json;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>Casts the caller's sheet into a box: once, whatever is repeated.</summary>
/// <param name="Box">Box id, such as "e1/2".</param>
/// <param name="Sheet">The sheet that the box's purpose asks for.</param>
/// <param name="Attempt">Random text that is repeated when the same casting is tried again.</param>
[AllowedTo]
public sealed record CastSheet(string Box, JsonElement Sheet, string Attempt) : ICommand<SheetReceipt>
{
    /// <summary>Nothing of a sheet may come into a log by accident.</summary>
    public override string ToString() => $"{nameof(CastSheet)} {Box}";
}

/// <summary>What the person takes home; shown once.</summary>
/// <param name="Text">Sixteen groups of four hexadecimal digits.</param>
public sealed record SheetReceipt(string Box, string Text);
