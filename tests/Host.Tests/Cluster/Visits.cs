using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongtui.Host.Tests.Faults;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>Somebody whose requests go through whatever node a load balancer happens to choose. What fails on the way is asked again elsewhere.</summary>
internal sealed class Visits : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly HttpClientHandler _cookies = new() { AllowAutoRedirect = false };
    private readonly HttpClient _client;
    private readonly IReadOnlyList<Node> _nodes;
    private readonly string _person;
    private readonly SemaphoreSlim _door = new(1);
    private bool _inside;

    public Visits(IReadOnlyList<Node> nodes, string person)
    {
        (_nodes, _person) = (nodes, person);
        _client = new HttpClient(_cookies) { Timeout = TimeSpan.FromSeconds(15) };
    }

    /// <summary>Sends until somebody gives an answer that stands.</summary>
    /// <returns>The answer, and whether an earlier sending may have been done, too.</returns>
    public async Task<(HttpStatusCode Status, JsonElement Body, bool Again)> PostAsync(string path, object? body)
    {
        await EnterAsync();
        var began = DateTime.UtcNow;
        for (var again = false; ; again = true)
        {
            var (status, text) = await TryAsync(() => _client.PostAsJsonAsync(new Uri(AnyNode(), path), body));
            if (status is { } known && (int)known < 500) return (known, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default, again);
            if (DateTime.UtcNow - began > Patience) throw new TimeoutException($"{path} got no answer that stands: {status} {text}");
            await Task.Delay(Random.Shared.Next(50, 400));
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _cookies.Dispose();
        _door.Dispose();
    }

    /// <summary>Signs in at one node; every other one must believe it.</summary>
    private async Task EnterAsync()
    {
        if (_inside) return;
        await _door.WaitAsync();
        try
        {
            for (var began = DateTime.UtcNow; !_inside && DateTime.UtcNow - began < Patience;)
            {
                var (shown, page) = await TryAsync(() => _client.GetAsync(new Uri(AnyNode(), "/sign-in")));
                if (shown == HttpStatusCode.OK && HtmlForm.Find(page, "/demo/sign-in") is { } form)
                {
                    using var filled = new FormUrlEncodedContent([.. form.Filled.Where(field => field.Key != "person"), new("person", _person)]);
                    _inside = (await TryAsync(() => _client.PostAsync(new Uri(AnyNode(), "/demo/sign-in"), filled))).Status == HttpStatusCode.Redirect;
                }

                if (!_inside) await Task.Delay(200);
            }
        }
        finally
        {
            _door.Release();
        }
    }

    private Uri AnyNode() => _nodes[Random.Shared.Next(_nodes.Count)].Address;

    private static async Task<(HttpStatusCode? Status, string Text)> TryAsync(Func<Task<HttpResponseMessage>> ask)
    {
        try
        {
            using var answer = await ask();
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return (null, e.Message);
        }
    }
}
