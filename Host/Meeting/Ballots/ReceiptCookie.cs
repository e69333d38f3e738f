using System.Text.Json;
using Gongtui.Host.Boxes;
using Microsoft.AspNetCore.DataProtection;

namespace Gongtui.Host.Meeting.Ballots;

/// <summary>Carries a receipt from the answer to casting to the page that shows it, so that reloading that page sends no ballot
/// again. Encrypted, for this person and a few minutes only, and in no address, history or log.</summary>
public sealed class ReceiptCookie(IDataProtectionProvider protection)
{
    private const string Name = "gongtui-receipt";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("Gongtui.Meeting.Receipt").ToTimeLimitedDataProtector();

    public void Put(HttpContext context, string person, SheetReceipt receipt) =>
        context.Response.Cookies.Append(Name, protector.Protect(JsonSerializer.Serialize(new Carried(person, receipt.Box, receipt.Text)), Kept), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Kept,
            Path = "/elections",
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });

    /// <summary>The receipt of this person for this box; null when there is none, or it was for somebody else on the same device.</summary>
    public SheetReceipt? Take(HttpContext context, string person, string box)
    {
        if (context.Request.Cookies[Name] is not { } sent) return null;
        try
        {
            return JsonSerializer.Deserialize<Carried>(protector.Unprotect(sent)) is { } carried && carried.Person == person && carried.Box == box
                ? new SheetReceipt(carried.Box, carried.Text) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record Carried(string Person, string Box, string Text);
}
