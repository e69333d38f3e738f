using System.Net;
using System.Text.RegularExpressions;

namespace Gongtui.Features.Support;

/// <summary>Somebody of the demo who reads pages in a browser without scripts.</summary>
public sealed partial class Reading(HostInProcess host) : IDisposable
{
    private readonly Lazy<HttpClient> browser = new(() => host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>Signs in as a demo person.</summary>
    public async Task EnterAsync(string person)
    {
        var page = await GetAsync("/sign-in");
        var form = Forms().Matches(page).Select(match => match.Value).First(candidate => candidate.Contains("action=\"/demo/sign-in\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value))
            .Where(field => field.Key != "person").Append(new("person", person));
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await browser.Value.PostAsync(new Uri("/demo/sign-in", UriKind.Relative), body);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{person} could not sign in: {answer.StatusCode}");
    }

    /// <summary>A page in one of the languages, <c>zh</c> or <c>en</c>, with character references resolved.</summary>
    public async Task<string> ReadAsync(string language, string path)
    {
        using var chosen = await browser.Value.GetAsync(new Uri($"/language/{language}", UriKind.Relative));
        return await GetAsync(path);
    }

    public void Dispose()
    {
        if (browser.IsValueCreated) browser.Value.Dispose();
    }

    private async Task<string> GetAsync(string path)
    {
        using var answer = await browser.Value.GetAsync(new Uri(path, UriKind.Relative));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
