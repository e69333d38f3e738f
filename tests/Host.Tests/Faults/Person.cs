using System.Net;
using System.Text.RegularExpressions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>Somebody who does whatever the pages offer, in random order, and writes down what was confirmed.</summary>
internal sealed partial class Person : IDisposable
{
    private readonly HttpClient _client;
    private readonly HttpClientHandler _cookies = new() { AllowAutoRedirect = false };
    private readonly string _id;
    private readonly bool _isStaff;
    private readonly Ledger _ledger;
    private readonly Func<bool> _mayStart;
    private readonly Random _random;
    private readonly HashSet<string> _read = [];
    private Uri _address = null!;
    private bool _inside;

    /// <param name="mayStart">Asked before an election is started.</param>
    public Person(string id, bool isStaff, Ledger ledger, int seed, Func<bool>? mayStart = null)
    {
        (_id, _isStaff, _ledger, _random, _mayStart) = (id, isStaff, ledger, new Random(seed), mayStart ?? (() => true));
        _client = new HttpClient(_cookies) { Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Works until the server is gone.</summary>
    public async Task WorkAsync(Uri address, CancellationToken gone)
    {
        _address = address;
        while (!gone.IsCancellationRequested)
        {
            try
            {
                await ActAsync();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException or OperationCanceledException)
            {
                // The server was killed in the middle of it: nobody said that it was done.
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _cookies.Dispose();
    }

    private async Task ActAsync()
    {
        if (!_inside)
            _inside = HtmlForm.Find(await GetAsync("/sign-in"), "/demo/sign-in") is { } door
                && (await PostAsync("/demo/sign-in", door, ("person", _id))).StatusCode == HttpStatusCode.Redirect;
        else if (_isStaff && _random.Next(6) == 0 && _mayStart())
            await StartAsync();
        else if (_random.Next(3) == 0)
            await ReadAsync();
        else
            await DoAsync();
    }

    private async Task StartAsync()
    {
        if (HtmlForm.Find(await GetAsync("/elections/start"), "start") is not { } form) return;
        var instance = form["instance"];
        await _ledger.NoteAsync(new(Deed.Start, instance, _id), async () => Leads(await PostAsync("/elections/start", form), $"/elections/{instance}"));
    }

    private async Task ReadAsync()
    {
        var links = NoticeLinks().Matches(await GetAsync("/notices")).Select(link => link.Groups[1].Value).Where(id => !_read.Contains(id)).ToArray();
        if (links.Length == 0) return;
        var id = links[_random.Next(links.Length)];
        if (HtmlForm.Find(await GetAsync($"/notices/{id}"), "read") is { } form)
            await _ledger.NoteAsync(new(Deed.Read, id, _id), async () => Leads(await PostAsync($"/notices/{id}", form), $"/notices/{id}"));
        else
            _read.Add(id);
    }

    private async Task DoAsync()
    {
        var list = await GetAsync("/tasks");
        // What nobody can do yet stands first, being due first: who never turned the page would end up with nothing to do.
        while (_random.Next(2) == 0 && NextPage().Match(list) is { Success: true } next)
            list = await GetAsync(WebUtility.HtmlDecode(next.Groups[1].Value));
        var links = TaskLinks().Matches(list).Select(link => link.Groups[1].Value).Distinct().ToArray();
        if (links.Length == 0) return;
        var path = $"/tasks/{links[_random.Next(links.Length)]}";
        var (id, page) = (path.Split('/')[^1], await GetAsync(path));
        if (_random.Next(4) == 0 && HtmlForm.Find(page, "claim") is { } claim)
        {
            await _ledger.NoteAsync(new(Deed.Claim, id, _id), async () => Leads(await PostAsync(path, claim), path));
            return;
        }

        if (HtmlForm.Find(page, "task") is not { } form || form.Decisions.Count == 0) return;
        // Boxes stay open for a while, so that there is something to cast.
        if (form.Decisions.Contains("close") && _random.Next(40) != 0) return;
        var decision = form.Decisions.Find(choice => choice != "preview")!;
        await _ledger.NoteAsync(new(decision == "cast" ? Deed.Cast : Deed.Complete, id, _id), async () =>
        {
            var answer = await PostAsync(path, form, ("decision", decision));
            return decision == "cast" ? (await answer.Content.ReadAsStringAsync()).Contains("class=\"receipt\"", StringComparison.Ordinal) : Leads(answer, $"{path}?sent=1");
        });
    }

    private static bool Leads(HttpResponseMessage answer, string to) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.EndsWith(to, StringComparison.Ordinal);

    private async Task<string> GetAsync(string path)
    {
        var answer = await _client.GetAsync(new Uri(_address, path));
        // A session that has ended leads to the door.
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) == true) _inside = false;
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, HtmlForm form, params (string Name, string Value)[] more)
    {
        using var body = new FormUrlEncodedContent(
            form.Filled.Where(field => more.All(own => own.Name != field.Key)).Concat(more.Select(own => KeyValuePair.Create(own.Name, own.Value))));
        return await _client.PostAsync(new Uri(_address, path), body);
    }

    [GeneratedRegex("href=\"/notices/(\\d+)\"")]
    private static partial Regex NoticeLinks();

    [GeneratedRegex("href=\"(/tasks\\?due=[^\"]+)\"")]
    private static partial Regex NextPage();

    [GeneratedRegex("href=\"/tasks/(\\d+)\"")]
    private static partial Regex TaskLinks();
}
