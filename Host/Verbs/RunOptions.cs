using System.Globalization;
using System.Text.Json;
using Gongtui.Contract;

namespace Gongtui.Host.Verbs;

/// <summary>Arguments of <c>run FILE.json [--input name=value]… [--now INSTANT]</c>.</summary>
internal sealed record RunOptions(string File, IReadOnlyDictionary<string, object?> Input, DateTimeOffset Now)
{
    public const string Usage = "run FILE.json [--input name=value]... [--now INSTANT]";

    /// <returns>The options, or null and what is wrong.</returns>
    public static (RunOptions? Options, string? Fault) Parse(string[] args, DateTimeOffset now)
    {
        var input = new Dictionary<string, object?>();
        string? file = null;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--input" when i + 1 < args.Length && args[i + 1].IndexOf('=', StringComparison.Ordinal) is > 0 and var at:
                    input[args[i + 1][..at]] = Value(args[i + 1][(at + 1)..]);
                    i++;
                    break;
                case "--now" when i + 1 < args.Length && DateTimeOffset.TryParse(args[i + 1], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given):
                    now = given;
                    i++;
                    break;
                case var name when file is null && !name.StartsWith("--", StringComparison.Ordinal):
                    file = name;
                    break;
                default:
                    return (null, $"'{args[i]}' is not understood here.");
            }
        }
        return file is null ? (null, "The file is missing.") : (new RunOptions(file, input, now), null);
    }

    /// <summary>JSON where it is JSON, else the text itself.</summary>
    private static object? Value(string text)
    {
        try
        {
            return Values.FromJson(JsonElement.Parse(text));
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
