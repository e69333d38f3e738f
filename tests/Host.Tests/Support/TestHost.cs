using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongtui.Host.Tests.Support;

/// <summary>The real Host in process, with a data directory of its own. In demo mode unless told otherwise.</summary>
public class TestHost : WebApplicationFactory<Program>
{
    private readonly string data = Directory.CreateTempSubdirectory("gongtui-host-").FullName;
    private readonly (string Key, string Value)[] settings;

    public TestHost()
        : this([])
    {
    }

    protected TestHost(params (string Key, string Value)[] settings) => this.settings = settings;

    /// <summary>A fresh visitor: no cookies, sees redirects.</summary>
    public Visitor Visit() => new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A visitor who has entered as a demo person.</summary>
    public async Task<Visitor> EnterAsync(string person)
    {
        var visitor = Visit();
        await visitor.SubmitAsync("/sign-in", "/demo/sign-in", ("person", person));
        return visitor;
    }

    /// <summary>Gives a person a role everywhere.</summary>
    public async Task GrantAsync(string person, string role)
    {
        await InScopeAsync<GongtuiDb, int>(async db =>
        {
            if (!await db.Grants.AnyAsync(grant => grant.Person == person && grant.Role == role && grant.Unit == "")) db.Grants.Add(new GrantRow { Person = person, Role = role, Unit = "" });
            return await db.SaveChangesAsync();
        });
        Services.GetRequiredService<PeopleDirectory>().Forget();
    }

    /// <summary>Does something with a service of a scope of its own.</summary>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> action)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Ends the Host, away from the caller's synchronization context: the factory blocks on the disposal of the services, which
    /// could then never go on when the context has no other thread.</summary>
    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return new(Task.Run(() => base.DisposeAsync().AsTask()));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Gongtui:DataDirectory", data);
        builder.UseSetting("Gongtui:Demo", "true");
        builder.UseSetting("Gongtui:SignInsPerMinute", "1000");
        // The same tests against a server: GONGTUI_TEST_PROVIDER=Postgres dotnet test tests/Host.Tests
        if (Environment.GetEnvironmentVariable("GONGTUI_TEST_PROVIDER") == nameof(DatabaseProvider.Postgres)) OnPostgres(builder);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
    }

    protected static void OnPostgres(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", nameof(DatabaseProvider.Postgres));
        builder.UseSetting("ConnectionStrings:Default", PostgresServer.NewEmptyDatabase());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Delete(data);
    }

    /// <summary>A practice that has just been thrown away may still be clearing its own folder: then this begins again.</summary>
    private static void Delete(string folder)
    {
        while (Directory.Exists(folder))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody else deleted a part of it meanwhile.
            }
        }
    }
}

/// <summary>An installation for real elections, as it is on its first start.</summary>
public sealed class RealHost() : TestHost(("Gongtui:Demo", "false"));

/// <summary>The same installation on a PostgreSQL server.</summary>
public sealed class PostgresHost : TestHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        OnPostgres(builder);
    }
}
