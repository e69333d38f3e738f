using System.Net;
using System.Text.RegularExpressions;

namespace Gongtui.Host.Tests.Support;

/// <summary>Somebody with a browser that knows forms and cookies, and no script.</summary>
public sealed partial class Visitor(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    /// <summary>Body of a page, with character references resolved.</summary>
    public async Task<string> ReadAsync(string path) => await TextOf(await Client.GetAsync(path));

    public static async Task<string> TextOf(HttpResponseMessage response) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

    /// <summary>Opens a page and sends one of its forms.</summary>
    /// <param name="page">Path of the page.</param>
    /// <param name="form">The form's handler name, or its action when it begins with a slash.</param>
    /// <param name="fields">What is filled in.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string form, params (string Name, string Value)[] fields) =>
        await SendAsync(form.StartsWith('/') ? form : page, await FillInAsync(page, form, fields));

    /// <summary>Sends what was filled in, perhaps long ago or for the second time.</summary>
    public async Task<HttpResponseMessage> SendAsync(string to, IReadOnlyList<KeyValuePair<string, string>> filled)
    {
        using var body = new FormUrlEncodedContent(filled);
        return await Client.PostAsync(to, body);
    }

    /// <summary>Opens a page and fills in one of its forms; nothing is sent yet.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> FillInAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        var html = await ReadAsync(page);
        var found = Forms().Matches(html).Select(match => match.Value).FirstOrDefault(candidate => form.StartsWith('/')
            ? candidate.Contains($"action=\"{form}\"", StringComparison.Ordinal)
            : candidate.Contains($"value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page} has no form {form}:\n{html}");
        return [.. Hidden().Matches(found)
            .Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value))
            .Where(hidden => fields.All(field => field.Name != hidden.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))];
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
