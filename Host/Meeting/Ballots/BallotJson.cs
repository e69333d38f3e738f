using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>Ballots as JSON, for the API and for the way to the box. Reading is strict; what it complains about never quotes a value.</summary>
public static class BallotJson
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static JsonElement Write(BallotSheet sheet) => JsonSerializer.SerializeToElement(sheet, Format);

    /// <exception cref="JsonException">It has another shape.</exception>
    public static BallotSheet Read(JsonElement json)
    {
        // A request without a sheet at all.
        if (json.ValueKind == JsonValueKind.Undefined) throw new JsonException("There is no ballot.");
        try
        {
            var sheet = json.Deserialize<BallotSheet>(Format) ?? throw new JsonException("The ballot is empty.");
            return sheet.Contests.All(part => part?.Lines.All(line => line is not null) == true)
                ? sheet : throw new JsonException("A list has an empty item.");
        }
        catch (JsonException problem)
        {
            // The serialiser's own message and path can hold what was typed.
            throw new JsonException("The ballot does not have the expected shape.", null, problem.LineNumber, problem.BytePositionInLine);
        }
    }
}
