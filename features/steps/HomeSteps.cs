using Gongtui.Features.Support;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

[Binding]
public sealed class HomeSteps(HostInProcess host) : IDisposable
{
    private HttpResponseMessage? response;

    [When("我打开\"(.*)\"")]
    public async Task Open(string path)
    {
        using var client = host.CreateClient();
        response = await client.GetAsync(new Uri(path, UriKind.Relative));
    }

    [Then("页面打开成功")]
    public void Opened() => Assert.True(response!.IsSuccessStatusCode);

    public void Dispose() => response?.Dispose();
}
