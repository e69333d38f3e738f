using System.Globalization;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Shell;

/// <summary>What went wrong before or beside the rooms, in words.</summary>
public static class Problems
{
    public static Refusal PageNotFound { get; } = Refusals.NotFound(new("这个页面", "This page"));

    public static Refusal StaleForm { get; } = new(
        Kinds.Invalid,
        new("这张表单已经过期，没有提交。", "This form has expired; nothing was submitted."),
        NextStep: new("请返回上一页，刷新后再提交一次。", "Go back, reload the page and submit again."));

    public static Refusal Malformed { get; } = new(
        Kinds.Invalid,
        new("请求的内容无法读懂。", "The request could not be read."),
        NextStep: new("请返回上一页重试。", "Go back and try again."));

    public static Refusal ForeignOrigin { get; } = new(
        Kinds.Forbidden,
        new("请求来自别的网站，已拒绝。", "The request came from another site and was refused."),
        Expected: "same origin");

    public static Refusal OwnerAway { get; } = new(
        Kinds.Unavailable,
        new("负责这件事的服务器没有应答，尚不清楚是否办成。", "The server in charge of this does not answer; whether it was done is not known."),
        NextStep: new("请过一会儿查看，没有办成就再办一次；不会办成两次。", "Look in a moment, and do it again if it is not there; nothing is done twice."));

    public static Refusal TooManySignIns { get; } = new(
        Kinds.TooMany,
        new("登录尝试太频繁。", "Too many attempts to sign in."),
        NextStep: new("请一分钟后再试。", "Try again in a minute."));

    public static Refusal Crowded { get; } = new(
        Kinds.Unavailable,
        new("现在的请求太多，这一次没有办理。", "There are too many requests at this moment; this one was not carried out."),
        NextStep: new("请过几秒钟再试。", "Try again in a few seconds."));

    public static Refusal TooLarge(long limit, long? found) => new(
        Kinds.TooLarge,
        new("提交的内容太大，没有接收。", "What was sent is too large and was not accepted."),
        Expected: "≤ " + limit.ToString("N0", CultureInfo.InvariantCulture) + " B",
        Found: found is null ? null : found.Value.ToString("N0", CultureInfo.InvariantCulture) + " B",
        NextStep: new("请减少内容或分几次提交。", "Shorten it or send it in parts."));

    public static Refusal Fault(string number) => new(
        "fault",
        new("系统出错了，刚才的操作没有完成。", "Something went wrong; what you did was not completed."),
        Found: number,
        NextStep: new("请稍后再试；若仍出错，把上面的编号告诉管理员。", "Try again later; if it happens again, give the number above to an administrator."));

    /// <summary>Words for a bare status code.</summary>
    public static Refusal ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Refusals.SignInRequired(),
        StatusCodes.Status403Forbidden => Refusals.Forbidden([]),
        StatusCodes.Status404NotFound => PageNotFound,
        _ => Malformed,
    };
}
