using System.Text.Json;
using Gongtui.Activities.Elections;

namespace Gongtui.Host.Mediation;

/// <summary>Looks at what was sent before anything is written of it: half a character, for one, can be sent but not written again.</summary>
public static class TypedText
{
    /// <summary>Why this was never typed by anybody, or null.</summary>
    public static Refusal? Check(JsonElement sent)
    {
        try
        {
            FormReader.Read<JsonElement>(sent);
            return null;
        }
        catch (JsonException problem)
        {
            return FormReader.Malformed(problem);
        }
    }
}
