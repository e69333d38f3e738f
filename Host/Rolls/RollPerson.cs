using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Standing = Gongtui.Host.Persistence.Standing;

namespace Gongtui.Host.Rolls;

/// <summary>A person as a line of the file says it.</summary>
/// <param name="Id">Null when the file gives none.</param>
/// <param name="Strokes">0 when unknown.</param>
/// <param name="ExcludedFor">Asked to be left out of the number due (R07).</param>
/// <param name="Evidence">The superior's consent to that.</param>
public sealed record RollPerson(
    long Line, string? Id, string Name, string? Mark, Standing Standing, Rights Rights, DateOnly? Born, int Strokes, string? Post,
    ExclusionGround? ExcludedFor, string? Evidence)
{
    /// <summary>As rolls and ballots print the name.</summary>
    public string Printed => Mark is null ? Name : $"{Name}（{Mark}）";
}
