namespace Gongtui.Activities;

/// <summary>A text that people read, in both languages of the product; Chinese is the original.</summary>
public sealed record Text(string Zh, string En)
{
    /// <summary>The text in a language: English for tags that start with "en", Chinese for every other.</summary>
    public string In(string language) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <summary>Chinese first, English second, on one line.</summary>
    public override string ToString() => $"{Zh} / {En}";
}
