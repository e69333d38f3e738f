using System.Net;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Cluster;

/// <summary>Whether this process is one of several on a server database; configuration section "Cluster".</summary>
/// <param name="Address">Where the other nodes reach this one: an address of a network that only the nodes are in, for what comes there is believed.</param>
/// <param name="Port">On that address; each node of one machine needs its own.</param>
/// <param name="Name">Of the cluster: two clusters on one database, such as while moving from one version to the next, do not mix.</param>
public sealed record ClusterOptions(IPAddress Address, int Port, string Name)
{
    private const int UsualPort = 11111;

    /// <summary>Why what the configuration asks for cannot be; null when it can.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        try
        {
            From(configuration);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    /// <summary>What the configuration asks for; null when it asks for no cluster.</summary>
    /// <exception cref="InvalidOperationException">What it asks for cannot be; the message says in both languages what to change.</exception>
    public static ClusterOptions? From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Cluster");
        if (!section.GetValue("Enabled", false)) return null;
        if (DatabaseOptions.From(configuration).Provider == DatabaseProvider.Sqlite)
        {
            throw new InvalidOperationException(
                "多个节点需要服务器数据库：请设置 Database__Provider=Postgres（或 SqlServer）和 ConnectionStrings__Default，或去掉 Cluster__Enabled。"
                + " | Several nodes need a server database: set Database__Provider=Postgres (or SqlServer) and ConnectionStrings__Default, or remove Cluster__Enabled.");
        }

        var port = section.GetValue("SiloPort", UsualPort);
        return IPAddress.TryParse(section["Address"], out var address) && port is > 0 and <= IPEndPoint.MaxPort
            ? new(address, port, section["Name"] ?? "gongtui")
            : throw new InvalidOperationException(
                "请用 Cluster__Address 写明其他节点访问本节点的地址（只有各节点能到达的内部网络），Cluster__SiloPort 为 1–65535。"
                + $" | Say with Cluster__Address at which address the other nodes reach this one (a network that only the nodes are in); Cluster__SiloPort is 1–65535. Found: {section["Address"]}:{port}");
    }
}
