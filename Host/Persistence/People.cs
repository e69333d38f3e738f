using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;

namespace Gongtui.Host.Persistence;

/// <summary>A party organisation or department in which people stand.</summary>
public sealed class UnitRow
{
    public required string Id { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }

    /// <summary>The organisation above it; null at the top.</summary>
    public string? Parent { get; set; }
}

/// <summary>How a person stands in their unit; decides which roll and which group principal they are in.</summary>
public enum Standing
{
    /// <summary>正式党员.</summary>
    Full,

    /// <summary>预备党员: no vote.</summary>
    Probationary,

    /// <summary>群众.</summary>
    Masses,

    /// <summary>On no roll: staff of the superior organisation, auditors, administrators.</summary>
    Outside,
}

/// <summary>A person who may sign in, be on a roll, or both.</summary>
public sealed class PersonRow
{
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Tells people of the same name apart on rolls and ballots; null when not needed.</summary>
    public string? Mark { get; set; }

    /// <summary>The name as it is printed, with the mark that tells people of one name apart.</summary>
    public string Printed => Mark is null ? Name : $"{Name}（{Mark}）";

    public string? Unit { get; set; }
    public Standing Standing { get; set; }

    /// <summary>Whether a full member holds the rights to vote, elect and stand (F4).</summary>
    public Rights Rights { get; set; }

    /// <summary>Strokes of the surname, from which the printed order follows (R35); 0 when unknown.</summary>
    public int Strokes { get; set; }

    /// <summary>Post and department as the roll shows them.</summary>
    public string? Post { get; set; }

    /// <summary>For the ages in the statistics; shown nowhere else, and null when it is not known.</summary>
    public DateOnly? Born { get; set; }

    /// <summary>Why the organisation asks to leave the person out of the number due (R07); the meeting decides.</summary>
    public ExclusionGround? ExcludedFor { get; set; }

    /// <summary>The superior's consent to that: number or note.</summary>
    public string? ExcludedEvidence { get; set; }

    /// <summary>Name to sign in with; null for people who cannot sign in by password.</summary>
    public string? Login { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes when every session of the person must end: new password, closed account.</summary>
    public required string Stamp { get; set; }

    public bool Active { get; set; } = true;
}

/// <summary>A role that a person holds in a unit, or everywhere.</summary>
public sealed class GrantRow
{
    public required string Person { get; init; }
    public required string Role { get; init; }

    /// <summary>Empty: everywhere.</summary>
    public required string Unit { get; init; }
}

/// <summary>What a person could act as from an instant on. Only added to: whoever looks back at an election sees who had which role then.</summary>
public sealed class ActingRow
{
    public required string Person { get; init; }

    /// <summary>The beginning of the calendar for those who were there before this was recorded.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Principals separated by spaces; empty while the account is closed. A role everywhere is "role:r" alone.</summary>
    public required string Principals { get; init; }
}

/// <summary>A key by which a program acts for a person. The key itself is never stored.</summary>
public sealed class ApiKeyRow
{
    public required string Id { get; init; }
    public required string Person { get; init; }
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret part; the secret has 256 random bits, so no slow hash is needed.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}
