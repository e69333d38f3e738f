namespace Gongtui.Features.Support;

/// <summary>The parts that people of the demo's branch play when a scenario does not say otherwise.</summary>
internal static class Who
{
    /// <summary>工作人员.</summary>
    public const string Staff = "何文静";

    /// <summary>上级党组织.</summary>
    public const string Superior = "潘定邦";

    /// <summary>Records for the 党组织委员会 and stands for nothing.</summary>
    public const string Committee = "姚启明";

    /// <summary>Reports for the 考察组.</summary>
    public const string Investigator = "鲁怀民";

    /// <summary>监票人.</summary>
    public const string Scrutineer = "彭少华";

    /// <summary>计票人.</summary>
    public const string Teller = "方晓梅";

    /// <summary>书记候选人.</summary>
    public const string Secretary = "沈国梁";

    /// <summary>副书记候选人.</summary>
    public const string Deputy = "唐雅琴";

    /// <summary>The 考察组.</summary>
    public static IReadOnlyList<string> Team { get; } = ["鲁怀民", "温亦凡"];

    /// <summary>Those who are recommended for 委员, the best liked first: as many as a plan needs are taken from the front.</summary>
    public static IReadOnlyList<string> Members { get; } = ["邵建平", "田秀兰", "贺春燕", "严立新", "龚丽华", "邹红霞", "熊伟东", "金玉兰"];

    /// <summary>The person who plays a part; any other word is a name.</summary>
    public static string Of(string part) => part switch
    {
        "工作人员" => Staff,
        "上级" => Superior,
        "党组织委员会" => Committee,
        "考察组" => Investigator,
        "监票人" => Scrutineer,
        "计票人" => Teller,
        _ => part,
    };
}
