using System.Net;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Shell;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Many_attempts_to_sign_in_from_one_address_are_slowed_and_reading_is_not()
    {
        await using var host = new SlowHost();
        var visitor = host.Visit();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            answers.Add((await visitor.SubmitAsync("/sign-in", "password", ("Form.Login", $"name{i}"), ("Form.Password", "wrong"))).StatusCode);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).StatusCode);
    }

    private sealed class SlowHost() : TestHost(("Gongtui:SignInsPerMinute", "3"));
}
