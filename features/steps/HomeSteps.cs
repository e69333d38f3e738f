using Microsoft.AspNetCore.Mvc.Testing;
using TechTalk.SpecFlow;
using Xunit;

namespace Gongtui.Features.Steps;

[Binding]
public sealed class HomeSteps : IDisposable
{
    private readonly WebApplicationFactory<Program> factory = new();
    private HttpClient? client;
    private HttpResponseMessage? response;

    [Given("系统已经启动")]
    public void Started() => client = factory.CreateClient();

    [When("我打开\"(.*)\"")]
    public async Task Open(string path) => response = await client!.GetAsync(new Uri(path, UriKind.Relative));

    [Then("页面打开成功")]
    public void Opened() => Assert.True(response!.IsSuccessStatusCode);

    public void Dispose()
    {
        response?.Dispose();
        client?.Dispose();
        factory.Dispose();
    }
}
