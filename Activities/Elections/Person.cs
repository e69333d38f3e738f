using System.Text.Json.Serialization;

namespace Gongtui.Activities.Elections;

/// <summary>A party organisation that elects.</summary>
public sealed record UnitRef(string Id, string Name);

/// <summary>How a person belongs to the unit.</summary>
public enum PersonKind
{
    /// <summary>正式党员.</summary>
    Full,

    /// <summary>预备党员: none of the three rights (R04).</summary>
    Probationary,

    /// <summary>群众.</summary>
    Masses,
}

/// <summary>Whether a full member holds the three rights (表决权、选举权、被选举权).</summary>
public enum Rights
{
    /// <summary>All three (R03).</summary>
    Held,

    /// <summary>留党察看: none (R04).</summary>
    UnderProbation,

    /// <summary>留置、逮捕: suspended by the organisation (R05).</summary>
    Suspended,
}

/// <summary>A line of the roll.</summary>
/// <param name="Id">Stable id in the directory.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Kind">How they belong to the unit.</param>
/// <param name="Rights">The three rights; meaningful for full members.</param>
/// <param name="Strokes">Strokes of the surname, from which the printing order follows (R35).</param>
/// <param name="Mark">Tells homonyms apart wherever the name is printed.</param>
public sealed record Person(string Id, string Name, PersonKind Kind, Rights Rights = Rights.Held, int Strokes = 0, string? Mark = null)
{
    /// <summary>选举权 and 被选举权 (R03–R05).</summary>
    [JsonIgnore]
    public bool MayVote => Kind == PersonKind.Full && Rights == Rights.Held;

    /// <summary>Name with its mark.</summary>
    [JsonIgnore]
    public string Printed => Mark is null ? Name : $"{Name}（{Mark}）";
}
