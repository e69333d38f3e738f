namespace Gongtui.Activities.Notices;

/// <summary>What a notice is about.</summary>
public static class NoticeKinds
{
    /// <summary>实施方案公告.</summary>
    public const string Plan = "plan";

    /// <summary>初步人选公告.</summary>
    public const string Nominees = "nominees";

    /// <summary>考察预告.</summary>
    public const string Investigation = "investigation";

    /// <summary>任前公示 of the shortlist.</summary>
    public const string Publicity = "publicity";

    /// <summary>会议通知 of the electing meeting, for the first time or again.</summary>
    public const string Meeting = "meeting";

    /// <summary>选举结果公告.</summary>
    public const string Result = "result";

    /// <summary>Any other.</summary>
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Plan, Nominees, Investigation, Publicity, Meeting, Result, Other];
}

/// <summary>A notice hangs on the board from now on.</summary>
/// <param name="Notice"><c>notice-n</c>, unique in the election.</param>
/// <param name="Kind">One of <see cref="NoticeKinds"/>.</param>
/// <param name="Title">Headline.</param>
/// <param name="Body">Plain text; blank lines part paragraphs.</param>
/// <param name="Audience">Groups addressed: <c>member</c>, <c>masses</c>.</param>
/// <param name="On">Local date of posting.</param>
public sealed record NoticePublished(
    string Notice, string Kind, string Title, string Body, IReadOnlyList<string> Audience, DateOnly On);

/// <summary>Somebody addressed has read it: the read receipt.</summary>
public sealed record NoticeRead(string Notice, string Person);
