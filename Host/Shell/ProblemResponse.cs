using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gongtui.Host.Shell;

/// <summary>Answers with a refusal: a page for people, problem+json for programs.</summary>
public static class ProblemResponse
{
    /// <summary>What is too much at this moment is so for seconds.</summary>
    public const string SecondsUntilAgain = "3";

    /// <summary>Whether the request is for the API, ours or Elsa's.</summary>
    public static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || request.Path.StartsWithSegments("/elsa", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the refusal; without a status it follows from the refusal's kind.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal, int? status = null)
    {
        var code = status ?? Kinds.Status(refusal.Kind);
        context.Response.StatusCode = code;
        SayWhen(context, code);
        if (IsForPrograms(context.Request)) return ToProblem(context, refusal, code).ExecuteAsync(context);
        var page = new RazorComponentResult<ProblemPage>(new { Refusal = refusal }) { StatusCode = code };
        return page.ExecuteAsync(context);
    }

    /// <summary>The refusal as RFC 9457 problem document, in the language of the request.</summary>
    public static ProblemHttpResult ToProblem(HttpContext context, Refusal refusal, int? status = null)
    {
        SayWhen(context, status ?? Kinds.Status(refusal.Kind));
        var language = context.RequestServices.GetRequiredService<Language>();
        var details = new ProblemDetails
        {
            Type = "urn:gongtui:refusal:" + refusal.Kind,
            Title = language.T(refusal.Message),
            Detail = refusal.NextStep is { } next ? language.T(next) : null,
            Status = status ?? Kinds.Status(refusal.Kind),
        };
        details.Extensions["kind"] = refusal.Kind;
        if (refusal.Expected is { } expected) details.Extensions["expected"] = expected;
        if (refusal.Found is { } found) details.Extensions["found"] = found;
        if (refusal.Article is { } article) details.Extensions["article"] = language.T(article);
        if (details.Detail is { } step) details.Extensions["nextStep"] = step;
        if (refusal.Field is { } field) details.Extensions["field"] = field;
        return TypedResults.Problem(details);
    }

    private static void SayWhen(HttpContext context, int status)
    {
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = SecondsUntilAgain;
    }

    /// <summary>An endpoint's answer: the value as JSON, or the refusal as problem document.</summary>
    public static IResult ToHttp<T>(this Result<T> result, HttpContext context) =>
        result.ToHttp(context, value => value);

    /// <summary>As above, for a value that the API shows in a form of its own.</summary>
    public static IResult ToHttp<T, TShown>(this Result<T> result, HttpContext context, Func<T, TShown> show) =>
        result.Accepted ? Results.Ok(show(result.Value)) : ToProblem(context, result.Refusal);
}
