using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>The product alone on the database that the cluster has left.</summary>
internal sealed class LookingBack(string database) : TestHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Provider", "Postgres");
        builder.UseSetting("ConnectionStrings:Default", database);
    }
}
