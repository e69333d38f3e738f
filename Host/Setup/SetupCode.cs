using System.Security.Cryptography;
using System.Text;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Setup;

/// <summary>The one-time code that lets whoever reads the console make the first administrator. It lives in memory; on a server database also there, so that
/// every process on it prints the same one.</summary>
public sealed class SetupCode(IDbContextFactory<GongtuiDb> databases, DatabaseOptions database)
{
    // Without letters and digits that are misread from a screen.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const string Key = "setup-code";
    private string? _text;

    /// <summary>The code while the installation waits for its first administrator; null otherwise.</summary>
    public string? Text => Volatile.Read(ref _text);

    /// <summary>Makes a code when nobody could administer this installation.</summary>
    public async Task ArmAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var hasAdmin = await db.Grants.AnyAsync(grant => grant.Role == Roles.Admin
            && db.People.Any(person => person.Id == grant.Person && person.Active && person.PasswordHash != null));
        if (hasAdmin) return;
        var letters = RandomNumberGenerator.GetItems<char>(Alphabet, 12);
        var text = $"{letters[..4].AsSpan()}-{letters[4..8].AsSpan()}-{letters[8..].AsSpan()}";
        if (IsShared)
        {
            var known = await db.Settings.AsNoTracking().FirstOrDefaultAsync(row => row.Key == Key);
            if (known is null) db.Settings.Add(new SettingRow { Key = Key, Value = text });
            await db.SaveChangesAsync();
            text = known?.Value ?? text;
        }

        Volatile.Write(ref _text, text);
    }

    /// <summary>Whether this is the code; compared in constant time.</summary>
    public bool Matches(string typed) => Text is { } code && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant()));

    /// <summary>Uses the code up.</summary>
    /// <returns>False when another request was faster.</returns>
    public async Task<bool> TryUseAsync(string typed)
    {
        if (!Matches(typed) || Interlocked.Exchange(ref _text, null) is null) return false;
        if (!IsShared) return true;
        await using var db = await databases.CreateDbContextAsync();
        return await db.Settings.Where(row => row.Key == Key).ExecuteDeleteAsync() == 1;
    }

    private bool IsShared => database.Provider != DatabaseProvider.Sqlite;
}
