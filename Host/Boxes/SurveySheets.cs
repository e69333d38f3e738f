using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Mobilisation;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>态度问卷.</summary>
public sealed class SurveySheets : ISheetKind
{
    public BoxPurpose Purpose => BoxPurpose.Survey;

    public Result<byte[]> Write(JsonElement form, JsonElement sheet)
    {
        var filled = FormReader.Read<SurveySheet>(sheet);
        return FormReader.Read<SurveyPaper>(form).Answers.Contains(filled.Answer)
            ? JsonSerializer.SerializeToUtf8Bytes(filled, FactJson.Default.SurveySheet)
            : new Refusal(RefusalKinds.Unknown, new("问卷上没有这个答复。", "The form has no such answer."), Found: $"{filled.Answer}", Field: "answer");
    }

    public JsonElement Count(JsonElement form, IReadOnlyList<byte[]> sheets) => FormReader.Write(SurveyCount.Of(
        [.. sheets.Select(bytes => JsonSerializer.Deserialize(bytes, FactJson.Default.SurveySheet)!)]));

    /// <summary>About as the pilot found: most take part, some if required, few do not want to.</summary>
    public JsonElement Invent(JsonElement form, Func<int, int> dice) => FormReader.Write(new SurveySheet(dice(100) switch
    {
        < 74 => Attitude.Active,
        < 96 => Attitude.IfRequired,
        _ => Attitude.Unwilling,
    }));
}
