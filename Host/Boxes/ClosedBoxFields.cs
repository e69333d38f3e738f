using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>关闭票箱: the Host seals the box and counts its sheets by the rules; nobody hands a count in.</summary>
/// <remarks>Sealing comes before the election hears of it. After a crash between the two the task is still open, and closing
/// again finds the same sealed box and the same count.</remarks>
public sealed class ClosedBoxFields(BoxDesk boxes) : ITaskFields
{
    public string Kind => TaskKinds.CloseBox;

    public async Task<Result<JsonElement>> FindAsync(
        TaskCase task, string decision, JsonElement? given, CancellationToken cancellationToken)
    {
        if (task.Box is not { IsOpen: true, Form: { } form } box) return BoxRefusals.Closed(task.Data.Box ?? "");
        if (await boxes.SealAsync(box, cancellationToken) is not { } found) return BoxRefusals.Unknown(box.Id);
        var count = boxes.KindOf(box.Purpose).Count(form, found.Sheets);
        return FormReader.Write(new CloseBoxForm(box.Id, found.Submitted, Convert.ToHexStringLower(found.Root), count));
    }
}
