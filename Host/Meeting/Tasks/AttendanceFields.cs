using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Voting;
using Gongtui.Host.Inbox.Forms;

namespace Gongtui.Host.Meeting.Tasks;

/// <summary>The fields of the attendance form: boxes to tick (for many people, those present or those absent by name), and numbered lines for those left out.</summary>
public static class AttendanceFields
{
    private const int MostExclusions = 200;

    public const string Listed = "listed";
    public const string ThosePresent = "present";
    public const string ThoseAbsent = "absent";

    public static AttendanceForm Read(FormValues values, Election election) => new(
        Present(values, election), [.. Exclusions(values)], values.Whole("exclusionsYes"), values.Text("reason"));

    /// <summary>Names alone say nothing before somebody said whose names they are: nobody counts as present by an empty form.</summary>
    private static IReadOnlyList<string> Present(FormValues values, Election election)
    {
        if (values.Text(Listed) != ThoseAbsent) return values.All("present");
        var absent = values.Named(LongLists.NamesOf("present")).ToHashSet(StringComparer.Ordinal);
        return [.. Stages.Electorate(election).Where(person => !absent.Contains(person))];
    }

    private static IEnumerable<ExclusionRequest> Exclusions(FormValues values)
    {
        for (var row = 0; row < MostExclusions; row++)
        {
            if (values.Person($"out-{row}") is not { } person) continue;
            if (Enum.TryParse<ExclusionGround>(values.Text($"ground-{row}"), out var ground) && Enum.IsDefined(ground))
                yield return new(person, ground, values.TextOrEmpty($"evidence-{row}"));
            else
                values.Note($"ground-{row}", string.Join(", ", Enum.GetNames<ExclusionGround>()), values.Text($"ground-{row}"));
        }
    }
}
