using System.Text.Json.Serialization;

namespace Gongtui.Activities.Rules;

/// <summary>How well a rule's content is supported by the sources that were read.</summary>
public enum Certainty
{
    Sure,
    Likely,
    Unsure,
}

/// <summary>Where a rule comes from.</summary>
/// <param name="Id">Short source and DOMAIN row, such as "J20 ~28 / R45"; "~" marks a number given from memory.</param>
/// <param name="Label">The source as an officer cites it, without any mark of doubt.</param>
/// <param name="Certainty">Certainty of the content.</param>
/// <param name="NumberSeen">False when the article number was not seen in a text: it must be checked before it is printed as fact.</param>
public sealed record Article(string Id, Text Label, Certainty Certainty, bool NumberSeen)
{
    /// <summary>The label with its honest marks, as screens and forms show it.</summary>
    [JsonIgnore]
    public Text Display => new(
        Label.Zh + (NumberSeen ? "" : "（条号待核）") + Doubt("", "（内容较可信）", "（内容待核）"),
        Label.En + (NumberSeen ? "" : " (number not verified)") + Doubt("", " (content likely)", " (content not verified)"));

    private string Doubt(string sure, string likely, string unsure) => Certainty switch
    {
        Certainty.Sure => sure,
        Certainty.Likely => likely,
        _ => unsure,
    };
}
