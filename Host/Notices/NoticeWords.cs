using Gongtui.Activities;
using Gongtui.Activities.Notices;

namespace Gongtui.Host.Notices;

/// <summary>What kinds of notices are called.</summary>
public static class NoticeWords
{
    public static Text Kind(string kind) => kind switch
    {
        NoticeKinds.Plan => new("方案公告", "Plan"),
        NoticeKinds.Nominees => new("初步人选公告", "Nominees"),
        NoticeKinds.Investigation => new("考察预告", "Investigation"),
        NoticeKinds.Publicity => new("公示", "Publicity period"),
        NoticeKinds.Result => new("选举结果", "Result"),
        _ => new("公告", "Notice"),
    };
}
