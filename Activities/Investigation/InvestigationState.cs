using Gongtui.Activities.Elections;

namespace Gongtui.Activities.Investigation;

/// <summary>Who was investigated, and who was found suitable.</summary>
public sealed record InvestigationState(
    IReadOnlyList<PostList> Lists, IReadOnlyList<string> Suitable, bool Reported = false);
