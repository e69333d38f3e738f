using Gongtui.Activities;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>Takes the texts in attributes apart: Elsa's have one language, ours stand in both, the Chinese first ("公示 Publicity", "……。 In English.").</summary>
internal static class TwoLanguages
{
    /// <summary>A name: the English begins at the first ASCII letter that follows a blank behind a character that is not ASCII.</summary>
    public static Text Name(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
            if (text[i] == ' ' && !char.IsAscii(text[i - 1]) && char.IsAsciiLetterOrDigit(text[i + 1])) return new(text[..i], text[(i + 1)..]);
        return new(text, text);
    }

    /// <summary>A description: the English begins behind the first Chinese full stop that a blank follows.</summary>
    public static Text Description(string text)
    {
        var end = text.IndexOf("。 ", StringComparison.Ordinal);
        return end < 0 ? new(text, text) : new(text[..(end + 1)], text[(end + 2)..]);
    }
}
