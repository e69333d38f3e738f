using System.Net;
using System.Text.RegularExpressions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>A form as a browser would send it without anybody having typed: what is filled in, chosen and checked already.</summary>
internal sealed partial class HtmlForm
{
    private HtmlForm(string html)
    {
        foreach (Match tag in Fields().Matches(html))
        {
            var (kind, attributes) = (tag.Groups["tag"].Value, tag.Groups["attributes"].Value);
            if (Attribute(attributes, "name") is not { } name || Has(attributes, "disabled")) continue;
            var value = Attribute(attributes, "value");
            if (kind == "button") Decisions.Add(value ?? "");
            else if (kind == "textarea") Filled.Add(new(name, WebUtility.HtmlDecode(tag.Groups["body"].Value)));
            else if (kind == "select") Filled.Add(new(name, Chosen(tag.Groups["body"].Value)));
            else if (Attribute(attributes, "type") is not ("radio" or "checkbox") || Has(attributes, "checked")) Filled.Add(new(name, value ?? "on"));
        }
    }

    public List<KeyValuePair<string, string>> Filled { get; } = [];

    /// <summary>Values of the buttons.</summary>
    public List<string> Decisions { get; } = [];

    public string this[string name] => Filled.First(field => field.Key == name).Value;

    /// <summary>The form that a page handles under a name, or that goes to an address.</summary>
    public static HtmlForm? Find(string page, string handlerOrAction) =>
        Forms().Matches(page).Select(form => form.Value).FirstOrDefault(form => handlerOrAction.StartsWith('/')
            ? form.Contains($"action=\"{handlerOrAction}\"", StringComparison.Ordinal)
            : form.Contains($"name=\"_handler\" value=\"{handlerOrAction}\"", StringComparison.Ordinal)) is { } html ? new HtmlForm(html) : null;

    private static string Chosen(string options)
    {
        var all = Options().Matches(options).Select(option => option.Groups["attributes"].Value).ToArray();
        return Attribute(all.FirstOrDefault(option => Has(option, "selected")) ?? all.FirstOrDefault() ?? "", "value") ?? "";
    }

    private static string? Attribute(string attributes, string name) =>
        Regex.Match(attributes, $"""(?<![-\w]){name}="([^"]*)" """.TrimEnd()) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    private static bool Has(string attributes, string name) => Regex.IsMatch(attributes, $@"(?<![-\w""]){name}(?![-\w])");

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<(?<tag>input|button|select|textarea)\b(?<attributes>(?:[^>"]|"[^"]*")*)>(?:(?<=<(?:select|textarea)\b(?:[^>"]|"[^"]*")*>)(?<body>.*?)</(?:select|textarea)>)?""", RegexOptions.Singleline)]
    private static partial Regex Fields();

    [GeneratedRegex("""<option\b(?<attributes>(?:[^>"]|"[^"]*")*)>""")]
    private static partial Regex Options();
}
