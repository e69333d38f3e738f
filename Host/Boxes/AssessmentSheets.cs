using System.Text.Json;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>民主测评表.</summary>
public sealed class AssessmentSheets : ISheetKind
{
    public BoxPurpose Purpose => BoxPurpose.Assessment;

    public Result<byte[]> Write(JsonElement form, JsonElement sheet)
    {
        var paper = FormReader.Read<AssessmentPaper>(form);
        var filled = FormReader.Read<AssessmentSheet>(sheet);
        if (paper.Check(filled) is { } refusal) return refusal;
        var levels = filled.Marks.ToDictionary(mark => mark.Person, mark => mark.Level);
        var ordered = new AssessmentSheet([.. paper.People.Select(person => new AssessmentMark(person, levels.GetValueOrDefault(person)))]);
        return JsonSerializer.SerializeToUtf8Bytes(ordered, FactJson.Default.AssessmentSheet);
    }

    public JsonElement Count(JsonElement form, IReadOnlyList<byte[]> sheets) => FormReader.Write(AssessmentCount.Of(
        FormReader.Read<AssessmentPaper>(form),
        sheets.Select(bytes => JsonSerializer.Deserialize(bytes, FactJson.Default.AssessmentSheet)!)));

    public JsonElement Invent(JsonElement form, Func<int, int> dice)
    {
        Level[] likely = [Level.Excellent, Level.Excellent, Level.Excellent, Level.Competent, Level.Competent, Level.Basic, Level.Abstain];
        var paper = FormReader.Read<AssessmentPaper>(form);
        return FormReader.Write(new AssessmentSheet(
            [.. paper.People.Select(person => new AssessmentMark(person, likely[dice(likely.Length)]))]));
    }
}
