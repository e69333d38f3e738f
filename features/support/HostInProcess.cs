using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Gongtui.Features.Support;

/// <summary>The real Host inside the test process, with a data directory of its own; SpecFlow makes one per scenario.</summary>
public sealed class HostInProcess : WebApplicationFactory<Program>
{
    private readonly string data = Directory.CreateTempSubdirectory("gongtui-feature-").FullName;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Gongtui:DataDirectory", data);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }
}
