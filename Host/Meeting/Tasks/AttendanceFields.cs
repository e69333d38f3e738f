using Gongtui.Activities.Rules;
using Gongtui.Activities.Voting;
using Gongtui.Host.Inbox.Forms;

namespace Gongtui.Host.Meeting.Tasks;

/// <summary>The fields of the attendance form: boxes to tick, and numbered lines for those left out.</summary>
public static class AttendanceFields
{
    private const int MostExclusions = 200;

    public static AttendanceForm Read(FormValues values) => new(
        values.All("present"), [.. Exclusions(values)], values.Whole("exclusionsYes"), values.Text("reason"));

    private static IEnumerable<ExclusionRequest> Exclusions(FormValues values)
    {
        for (var row = 0; row < MostExclusions; row++)
        {
            if (values.Text($"out-{row}") is not { } person) continue;
            if (Enum.TryParse<ExclusionGround>(values.Text($"ground-{row}"), out var ground) && Enum.IsDefined(ground))
                yield return new(person, ground, values.TextOrEmpty($"evidence-{row}"));
            else
                values.Note($"ground-{row}", string.Join(", ", Enum.GetNames<ExclusionGround>()), values.Text($"ground-{row}"));
        }
    }
}
