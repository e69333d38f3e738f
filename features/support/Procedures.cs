namespace Gongtui.Features.Support;

/// <summary>The product's procedures as officers call them.</summary>
internal static class Procedures
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["住建局"] = "zhujian",
        ["城管局"] = "chengguan",
        ["检察院"] = "jianchayuan",
        ["人社局"] = "renshe",
        ["林业局"] = "linye",
        ["委员会选举书记"] = "chuantong",
        ["补选"] = "buxuan",
        ["任期管理"] = "renqi",
        ["退出"] = "tuichu",
        ["宣传发动"] = "fadong",
    };

    /// <summary>Definition id.</summary>
    public static string IdOf(string name) => Ids[name];
}
