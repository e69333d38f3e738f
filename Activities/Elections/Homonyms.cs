namespace Gongtui.Activities.Elections;

/// <summary>同名: people of one name are told apart by a mark, and each of them carries one of their own (trap 18). A mark on only one
/// of two leaves the other's bare name meaning both.</summary>
public static class Homonyms
{
    /// <summary>The first name that does not tell its people apart: several bear it and somebody has no mark, or the mark of another. Null when there is none.</summary>
    public static string? Unclear(IEnumerable<(string Name, string? Mark)> people) => people
        .GroupBy(person => person.Name, StringComparer.Ordinal)
        .FirstOrDefault(namesakes => namesakes.Skip(1).Any()
            && (namesakes.Any(person => string.IsNullOrEmpty(person.Mark)) || namesakes.DistinctBy(person => person.Mark).Count() < namesakes.Count()))?.Key;

    /// <summary>Why such a roll cannot be.</summary>
    public static Refusal Refuse(string name, Text nextStep, string field) => new(
        RefusalKinds.Duplicate,
        new($"名册中有同名者“{name}”，每人都要有各自的区别标注，只标一人时选票上无法区分。", $"Several people on the roll are called “{name}”: each needs a mark of their own; with a mark on only one of them a ballot could not tell them apart."),
        Expected: $"{name}（…）、{name}（…）", Found: name, NextStep: nextStep, Field: field);
}
