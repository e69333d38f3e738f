using System.Globalization;
using Gongtui.Activities;

namespace Gongtui.Host.Shell;

/// <summary>The language of one request: what the visitor chose (cookie "lang"), else what the browser asks for first, else Chinese.</summary>
public sealed class Language(IHttpContextAccessor http)
{
    private const string Cookie = "lang";
    private const string Chinese = "zh";
    private const string English = "en";

    /// <summary>The zone of every date that people read: China Standard Time, which has no summer time.</summary>
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private string? _code;

    /// <summary>"zh" or "en".</summary>
    public string Code => _code ??= http.HttpContext?.Request is not { } request ? Chinese
        : request.Cookies[Cookie] is { } chosen ? chosen == English ? English : Chinese
        : Asked(request);

    /// <summary>Value of the lang attribute.</summary>
    public string Tag => Code == "en" ? "en" : "zh-CN";

    public string T(string zh, string en) => Code == "en" ? en : zh;

    public string T(Text text) => text.In(Code);

    /// <summary>A date, such as 2026年3月5日.</summary>
    public string Day(DateTimeOffset instant) => Format(instant, "yyyy年M月d日", "d MMM yyyy");

    /// <summary>The end of a term or period: midnight is said as 24:00 of the day before, the day that somebody counts as the last.</summary>
    public string Deadline(DateTimeOffset instant) => instant.ToOffset(Zone).TimeOfDay == TimeSpan.Zero
        ? Format(instant.AddTicks(-1), "yyyy年M月d日", "d MMM yyyy") + " 24:00"
        : Moment(instant);

    /// <summary>A date with the time of day.</summary>
    public string Moment(DateTimeOffset instant) => Format(instant, "yyyy年M月d日 HH:mm", "d MMM yyyy, HH:mm");

    /// <summary>Remembers the choice and goes back to where the visitor was.</summary>
    internal static IResult Choose(HttpContext context, string code, string? @return)
    {
        context.Response.Cookies.Append(Cookie, code == "en" ? "en" : "zh", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
        });
        return Results.LocalRedirect(LocalPath.Or(@return, "/"));
    }

    /// <summary>The first of our languages in the browser's order (RFC 9110, 12.5.4); an order that names neither is Chinese.</summary>
    private static string Asked(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality != 0).OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant()).FirstOrDefault(code => code is Chinese or English) ?? Chinese;

    private string Format(DateTimeOffset instant, string zh, string en) =>
        instant.ToOffset(Zone).ToString(T(zh, en), CultureInfo.InvariantCulture);
}
