using System.Globalization;
using Elsa.Workflows;
using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Boxes;

/// <summary>Opening and closing boxes from within a step.</summary>
public static class BoxContext
{
    /// <summary>Opens a box; the host sees the fact and takes sheets from then on.</summary>
    /// <returns>The id of the box.</returns>
    public static string OpenBox<TForm>(
        this ActivityExecutionContext context, BoxPurpose purpose, string group, IReadOnlyList<string> eligible, TForm form)
    {
        var box = string.Create(CultureInfo.InvariantCulture, $"{context.WorkflowExecutionContext.Id}/{context.Election().Boxes.Count + 1}");
        context.Record(new BoxOpened(box, purpose, group, eligible, FormReader.Write(form), context.Id));
        return box;
    }

    /// <summary>The form that an open box collects.</summary>
    public static TForm FormOf<TForm>(this BoxState box) => FormReader.Read<TForm>(box.Form!.Value);
}
