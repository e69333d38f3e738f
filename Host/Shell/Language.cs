using System.Globalization;
using Gongtui.Activities;

namespace Gongtui.Host.Shell;

/// <summary>The language of one request: Chinese unless the visitor chose English (cookie "lang").</summary>
public sealed class Language(IHttpContextAccessor http)
{
    private const string Cookie = "lang";

    /// <summary>The zone of every date that people read: China Standard Time, which has no summer time.</summary>
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private string? _code;

    /// <summary>"zh" or "en".</summary>
    public string Code => _code ??= http.HttpContext?.Request.Cookies[Cookie] == "en" ? "en" : "zh";

    /// <summary>Value of the lang attribute.</summary>
    public string Tag => Code == "en" ? "en" : "zh-CN";

    public string T(string zh, string en) => Code == "en" ? en : zh;

    public string T(Text text) => text.In(Code);

    /// <summary>A date, such as 2026年3月5日.</summary>
    public string Day(DateTimeOffset instant) => Format(instant, "yyyy年M月d日", "d MMM yyyy");

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

    private string Format(DateTimeOffset instant, string zh, string en) =>
        instant.ToOffset(Zone).ToString(T(zh, en), CultureInfo.InvariantCulture);
}
