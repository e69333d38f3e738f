using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Microsoft.AspNetCore.Identity;

namespace Gongtui.Host.Identity;

/// <summary>Setting passwords.</summary>
public static class Passwords
{
    /// <summary>Characters.</summary>
    public const int Shortest = 10;

    public const int Longest = 256;

    /// <summary>Why this cannot be a password, or null. Length is what counts; a demand for special characters breeds "Passw0rd!".</summary>
    public static Refusal? Check(string login, string password) => password switch
    {
        { Length: < Shortest or > Longest } => Refusals.Invalid(
            new($"密码至少 {Shortest} 个字符。", $"A password has at least {Shortest} characters."), $"≥ {Shortest}", $"{password.Length}"),
        _ when password.Distinct().Count() < 4 || password.Contains(login, StringComparison.OrdinalIgnoreCase) => Refusals.Invalid(
            new("这个密码太容易猜到。", "This password is too easy to guess.")),
        _ => null,
    };

    /// <summary>Stores the hash and ends every session of the person. The caller saves and calls <see cref="PeopleDirectory.Forget"/>.</summary>
    public static void Set(this PasswordHasher<PersonRow> hasher, PersonRow person, string password)
    {
        person.PasswordHash = hasher.HashPassword(person, password);
        person.Stamp = Guid.NewGuid().ToString("N");
    }
}
