using System.Text.Json;

namespace Gongtui.Activities.Boxes;

/// <summary>A box as the election remembers it; list and form only while it is open.</summary>
/// <param name="EligibleCount">How many hold the right to cast.</param>
public sealed record BoxState(
    string Id,
    BoxPurpose Purpose,
    string Group,
    int EligibleCount,
    string Step,
    bool IsOpen = true,
    IReadOnlyList<string>? Eligible = null,
    JsonElement? Form = null,
    int Submitted = 0,
    string? Root = null);

/// <summary>What the host found on closing a box, together with the count that the rules made of the sheets.
/// The activity checks the arithmetic again; it never sees a sheet.</summary>
/// <param name="Box">Box id; must be the box of the task.</param>
/// <param name="Submitted">Sheets in the box.</param>
/// <param name="Root">Merkle root, hexadecimal.</param>
/// <param name="Count">RecommendationCount, AssessmentCount or SurveyCount, by the purpose of the box.</param>
public sealed record CloseBoxForm(string Box, int Submitted, string Root, JsonElement Count);
