using System.Data.Common;
using System.Text.Json;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Verbs.Copies;

/// <summary>The part of the product that copies need, on one database.</summary>
internal static class CopyApp
{
    /// <param name="args">As the Host takes them.</param>
    /// <param name="settings">What is to hold whatever the configuration says.</param>
    public static WebApplication Build(string[] args, params IEnumerable<(string Key, string Value)> settings)
    {
        var builder = Builder(args, settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        // Without the rooms that some of these services belong to: what is never asked for need not be there.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = false);
        builder.AddSetup();
        builder.AddPersistence();
        builder.AddEngine();
        return builder.Build();
    }

    public static WebApplicationBuilder Builder(string[] args, params IEnumerable<(string Key, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Checkout.EnvironmentName });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        return builder;
    }

    /// <summary>Settings of a copy's target or source on a server.</summary>
    public static IReadOnlyList<(string Key, string Value)> On(DatabaseOptions server) =>
    [
        ("Database:Provider", server.Provider.ToString()),
        ("ConnectionStrings:Default", Unhurried(server.ConnectionString)),
        ("ConnectionStrings:Boxes", Unhurried(server.BoxConnectionString)),
    ];

    /// <summary>The sentence for a copy that could not be made; null when it is a fault of the program.</summary>
    /// <remarks>A connection string may hold a password: none is ever repeated.</remarks>
    public static string? Told(Exception e) => e switch
    {
        CopyException or CannotStartException => e.Message,
        _ when Gongtui.Host.Persistence.Sqlite.WriteAheadLog.IsLost(e) || e is IOException or InvalidDataException or UnauthorizedAccessException or JsonException => e.Message,
        DbException or TimeoutException or { InnerException: DbException } =>
            $"数据库没有应答或拒绝了请求。请检查数据库、服务器地址、用户和权限后重试 | the database did not answer or refused. Check the database, the address, the user and their rights and try again ({(e as DbException ?? e.InnerException ?? e).Message})",
        ArgumentException => "连接字符串不成立，请检查 | the connection string is not one; check it",
        InvalidOperationException { InnerException: null } when e.Source == typeof(DatabaseOptions).Assembly.GetName().Name => e.Message,
        _ => null,
    };

    /// <summary>A large table takes longer than a page may.</summary>
    private static string Unhurried(string connection) => connection.Length == 0 ? connection : $"{connection.TrimEnd(';')};Command Timeout=0";
}
