using System.Net;
using Gongtui.Host.Persistence;
using Gongtui.Host.Rolls;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Rolls;

/// <summary>An electorate of a hundred thousand, by the real server: it counts the bytes of a body.</summary>
public sealed class LargeRollTests
{
    [Fact]
    public async Task A_roll_of_a_hundred_thousand_is_uploaded_adopted_and_exported()
    {
        await using var real = new KestrelHost();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true };
        using var client = new HttpClient(handler) { BaseAddress = real.Address, Timeout = TimeSpan.FromMinutes(5) };
        var staff = new Visitor(client);
        await staff.SubmitAsync("/sign-in", "/demo/sign-in", ("person", "zj-01"));
        var lines = Enumerable.Range(1, RollTable.MostRows).Select(number => $"m{number},党员甲乙丙{number},正式党员,1970-01-01,机关综合办公室主任科员岗位").Prepend("编号,姓名,类别,出生日期,职务").ToArray();
        var bytes = RollFiles.Utf8(lines);
        Assert.True(bytes.Length > 8_000_000);

        var sent = await RollFiles.UploadAsync(staff, bytes);
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        Assert.Contains("<dt>新增</dt><dd>100000</dd>", await staff.ReadAsync("/roll/zj/preview"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync("/roll/zj/preview", "adopt")).StatusCode);

        Assert.Equal(RollTable.MostRows, await real.InScopeAsync<GongtuiDb, int>(db => db.People.CountAsync(person => person.Unit == "zj" && person.Post == "机关综合办公室主任科员岗位")));
        Assert.True((await client.GetByteArrayAsync("/roll/zj/roll.csv")).Length > 8_000_000);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_in_words()
    {
        await using var host = new TestHost();
        var staff = await host.EnterAsync("zj-01");

        var answer = await RollFiles.UploadAsync(staff, new byte[RollText.LargestFile + (128 * 1024)]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    private sealed class KestrelHost : TestHost
    {
        public KestrelHost()
        {
            UseKestrel(0);
            StartServer();
        }

        public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
