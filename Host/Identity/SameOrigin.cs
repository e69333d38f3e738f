using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;

namespace Gongtui.Host.Identity;

/// <summary>Protects the API against requests that another site makes with a visitor's cookie.</summary>
/// <remarks>Forms carry an antiforgery token. The API's clients (Elsa Studio among them) send none, so there the browser's own
/// word is asked: a request that changes something and comes from a foreign page is refused. Programs with a key have no cookie to abuse.</remarks>
public sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return ProblemResponse.IsForPrograms(request) && !IsRead(request.Method) && !ApiKeys.IsIn(request) && IsForeign(request)
            ? ProblemResponse.WriteAsync(context, Problems.ForeignOrigin)
            : next(context);
    }

    private static bool IsRead(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
