using Gongtui.Activities;
using Gongtui.Host.Identity;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>What the choices of a drop-down are called. A choice that nobody named is called by its value.</summary>
internal static class OptionWords
{
    private static readonly Dictionary<string, Text> Words = new(StringComparer.Ordinal)
    {
        [".self"] = new("个人自荐", "Self-nomination"),
        [".member"] = new("党员推荐", "Members"),
        [".masses"] = new("群众推荐", "Masses"),
        [".organisation"] = new("组织推荐", "Organisation"),
        ["Channel.meeting"] = new("党员大会一次性推选", "At the meeting in one go"),
        ["Channels.meeting"] = new("党员大会一次性推选", "At the meeting in one go"),
        ["Mode.Combined"] = new("一轮合并选票、分别计票", "One combined ballot"),
        ["Mode.TwoRounds"] = new("两轮：先委员，后书记、副书记", "Two rounds: members first"),
        ["Mode.NoCandidates"] = new("无候选人选票", "No candidates"),
        ["Level.1"] = new("1 市委领导部署", "1 City leaders"),
        ["Level.2"] = new("2 组织部和工委指导培训", "2 Organisers: guidance and training"),
        ["Level.3"] = new("3 印发文件", "3 Documents"),
        ["Level.4"] = new("4 单位传达到全体", "4 The unit tells everybody"),
        ["Stage."] = new("（按方案的选举方式）", "(as the plan votes)"),
        ["Stage.Committee"] = new("委员会选举书记、副书记", "The elected committee elects its secretary"),
        [".plan"] = new("实施方案", "Plan"),
        [".shortlist"] = new("候选人预备人选", "Shortlist"),
        [".nominees"] = new("初步人选", "Nominees"),
        [".meeting"] = new("会议通知", "Notice of the meeting"),
        [".other"] = new("其他", "Other"),
        [".WaitAll"] = new("等全部分支", "Wait for all"),
        [".WaitAllActive"] = new("等所有走到的分支", "Wait for all active"),
        [".WaitAny"] = new("任一分支到达即继续", "Go on with the first"),
        [".MatchFirst"] = new("只走第一个符合的", "First match"),
        [".MatchAny"] = new("走所有符合的", "Every match"),
        ["Assignee."] = new("（本环节的默认承办人）", "(default of the step)"),
    };

    public static Text Of(string input, string value) =>
        Words.GetValueOrDefault($"{input}.{value}") ?? Words.GetValueOrDefault($".{value}") ?? Principal(value) ?? new(value, value);

    /// <summary>A principal as people call it; null for anything else.</summary>
    private static Text? Principal(string value) => value.Split(':') switch
    {
        ["role", var role] => new($"{Roles.Name(role).Zh}（不限单位）", $"{Roles.Name(role).En} (any unit)"),
        ["unit", "{unit}", var role] => new($"选举单位的{Roles.Name(role).Zh}", $"{Roles.Name(role).En} of the electing unit"),
        _ => null,
    };
}
