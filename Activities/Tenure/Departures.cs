using System.Text.Json;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;

namespace Gongtui.Activities.Tenure;

/// <summary>How a term that runs hears of an exit, which is a run of its own: the host resumes these bookmarks with what that run decided.</summary>
public static class Departures
{
    /// <summary>Key of the news, a <see cref="HolderLeft"/>, in the resume input.</summary>
    public const string InputKey = "departure";

    private const string Commitments = "Departure.Commitments";
    private const string Reviews = "Departure.Reviews";

    /// <summary>Names of the bookmarks, in the order in which they are told: commitments are settled before the reviews go on.</summary>
    public static IList<string> Bookmarks { get; } = [Commitments, Reviews];

    internal static void HearForCommitments(this ActivityExecutionContext context, ExecuteActivityDelegate callback) => Hear(context, Commitments, callback);

    internal static void HearForReviews(this ActivityExecutionContext context, ExecuteActivityDelegate callback) => Hear(context, Reviews, callback);

    /// <summary>Records the departure; once, however many steps hear of it.</summary>
    /// <returns>What was heard; null after a refusal, when the caller returns at once.</returns>
    internal static HolderLeft? Heard(this ActivityExecutionContext context)
    {
        try
        {
            var news = context.Input<HolderLeft>(InputKey);
            return context.Election().Term!.Left.Any(known => known.From == news.From) ? news : context.Decide(TermDecision.Hear(context.Election(), news));
        }
        catch (JsonException problem)
        {
            context.Refuse(FormReader.Malformed(problem));
            return null;
        }
    }

    private static void Hear(ActivityExecutionContext context, string name, ExecuteActivityDelegate callback) => context.CreateBookmark(new CreateBookmarkArgs
    {
        BookmarkName = name, Callback = callback, AutoBurn = false, IncludeActivityInstanceId = false,
    });
}
