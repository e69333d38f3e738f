using System.Text.Json;

namespace Gongtui.Activities.Boxes;

/// <summary>What a box collects.</summary>
public enum BoxPurpose
{
    Recommendation,
    Assessment,
    Ballot,

    /// <summary>态度问卷.</summary>
    Survey,
}

/// <summary>A box takes sheets from now on, one from each eligible person. What is cast never enters the journal.</summary>
/// <param name="Box"><c>instance/n</c>.</param>
/// <param name="Purpose">What it collects.</param>
/// <param name="Group">Who casts here: a channel of recommendation, a group of assessment, the round of a ballot.</param>
/// <param name="Eligible">Person ids that hold the right to cast, on the day of opening.</param>
/// <param name="Form">What can be filled in: a RecommendationPaper, an AssessmentPaper, a BallotForm or a SurveyPaper.</param>
/// <param name="Step">Execution of the activity that counts it.</param>
public sealed record BoxOpened(
    string Box, BoxPurpose Purpose, string Group, IReadOnlyList<string> Eligible, JsonElement Form, string Step);

/// <summary>The box is sealed.</summary>
/// <param name="Box">Box id.</param>
/// <param name="Submitted">Sheets in it.</param>
/// <param name="Root">Root of the Merkle tree over the sheets, hexadecimal.</param>
public sealed record BoxClosed(string Box, int Submitted, string Root);
