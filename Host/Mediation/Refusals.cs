using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;

namespace Gongtui.Host.Mediation;

/// <summary>The refusals that every room gives in the same words.</summary>
public static class Refusals
{
    public static Refusal SignInRequired() => new(
        Kinds.SignInRequired,
        new("请先登录。", "Please sign in first."),
        NextStep: new("登录后再试一次。", "Sign in and try again."));

    public static Refusal Forbidden(IReadOnlyCollection<string> roles) => new(
        Kinds.Forbidden,
        new("您的身份不能做这件事。", "Your role does not allow this."),
        Expected: roles.Count == 0 ? null : string.Join("、", roles.Select(role => Roles.Name(role).Zh)),
        NextStep: new("请由有此职责的人办理，或联系管理员。", "Ask someone who holds the role, or an administrator."));

    public static Refusal NotFound(Text what, string? found = null) => new(
        Kinds.NotFound,
        new($"没有找到{what.Zh}。", $"{what.En} was not found."),
        Found: found,
        NextStep: new("请从首页重新进入。", "Start again from the home page."));

    public static Refusal Invalid(Text message, string? expected = null, string? found = null) => new(
        Kinds.Invalid, message, expected, found,
        NextStep: new("请改正后重新提交。", "Correct it and submit again."));
}
