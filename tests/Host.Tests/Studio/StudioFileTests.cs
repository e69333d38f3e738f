using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Gongtui.Host.Studio;
using Gongtui.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Studio;

/// <summary>The npm package as browsers get it.</summary>
public sealed class StudioFileTests(TestHost host) : IClassFixture<TestHost>
{
    private StudioPackage Package => host.Services.GetRequiredService<StudioPackage>();

    [Fact]
    public void The_build_fetched_the_version_that_our_pages_were_made_for()
    {
        Assert.Equal(StudioPackage.Version, Package.Installed);
        Assert.True(Package.Paths.Count() > 300);
    }

    [Theory]
    [InlineData("/_framework/dotnet.js", "text/javascript")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", "text/css")]
    [InlineData("/_content/Radzen.Blazor/fonts/RobotoFlex.woff2", "font/woff2")]
    [InlineData("/_content/CodeBeam.MudBlazor.Extensions/pencil.cur", "image/x-icon")]
    [InlineData("/Elsa.Studio.Host.CustomElements.styles.css", "text/css")]
    [InlineData("/appsettings.json", "application/json")]
    [InlineData("*.wasm", "application/wasm")]
    [InlineData("*.dat", "application/octet-stream")]
    public async Task A_file_has_its_own_type_whatever_it_is_packed_in(string path, string type)
    {
        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            var answer = await GetAsync(Found(path), ("Accept-Encoding", encoding));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Packed_bodies_are_sent_to_who_takes_them_and_hold_the_same_bytes()
    {
        var path = Found("*.dat");
        var plain = await BytesAsync(path, "identity", stream => stream);
        Assert.Equal(plain, await BytesAsync(path, "br", stream => new BrotliStream(stream, CompressionMode.Decompress)));
        Assert.Equal(plain, await BytesAsync(path, "gzip", stream => new GZipStream(stream, CompressionMode.Decompress)));
        Assert.Equal(plain, await BytesAsync(path, "br;q=0", stream => stream));
    }

    [Fact]
    public async Task A_name_with_a_fingerprint_is_kept_for_ever_and_any_other_is_asked_for_again()
    {
        var fingerprinted = await GetAsync(Found("*.wasm"));
        Assert.Equal("public, max-age=31536000, immutable", fingerprinted.Headers.CacheControl?.ToString());

        var plain = await GetAsync("/_framework/dotnet.js");
        Assert.True(plain.Headers.CacheControl?.NoCache);
        Assert.Contains("Accept-Encoding", plain.Headers.Vary);
        var again = await GetAsync("/_framework/dotnet.js", ("If-None-Match", plain.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Settings_are_empty_and_the_sample_page_is_not_served()
    {
        Assert.Equal("{}", await (await GetAsync("/appsettings.json")).Content.ReadAsStringAsync());
        foreach (var path in new[] { "/index.html", "/package.json", "/_framework/../package.json", "/_framework/none.wasm" })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("MudBlazor.fk4q4b3gx5.wasm", true)]
    [InlineData("System.Linq.zrgapkccbx.wasm", true)]
    [InlineData("Elsa.Studio.Workflows.3ifuhex2gd.bundle.scp.css", true)]
    [InlineData("blazor.webassembly.js", false)]
    [InlineData("dotnet.js", false)]
    [InlineData("designer.entry.js", false)]
    public void A_fingerprint_is_ten_characters_before_the_extension(string name, bool fingerprinted) =>
        Assert.Equal(fingerprinted, StudioNames.IsFingerprinted(name));

    private async Task<byte[]> BytesAsync(string path, string encoding, Func<Stream, Stream> unpack)
    {
        var answer = await GetAsync(path, ("Accept-Encoding", encoding));
        Assert.Equal(encoding is "br" or "gzip" ? encoding : null, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        await using var stream = unpack(await answer.Content.ReadAsStreamAsync());
        return await SHA256.HashDataAsync(stream);
    }

    /// <summary>A path, or the first file of a kind in _framework.</summary>
    private string Found(string path) =>
        path is ['*', ..]
            ? Package.Paths.Where(candidate => candidate.StartsWith("/_framework/", StringComparison.Ordinal) && candidate.EndsWith(path[1..], StringComparison.Ordinal)).Order(StringComparer.Ordinal).First()
            : path;

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await host.Visit().Client.SendAsync(request);
    }
}
