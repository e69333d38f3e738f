using Gongtui.Activities.Elections;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Voting;
using Gongtui.Engine.Journal;

namespace Gongtui.Host.Figures;

/// <summary>What the statistics need of one election, folded from its journal (F22). Ages are those recorded at the announcement.</summary>
public sealed record ElectionFigures(string Instance, string Unit, string UnitName, string Title, string Head, long Entries)
{
    /// <summary>Null before the announcement: such an election only gives its survey.</summary>
    public ResultAnnounced? Announced { get; init; }

    /// <summary>Seats by post as the plan had them.</summary>
    public IReadOnlyDictionary<string, int> Seats { get; init; } = new Dictionary<string, int>();

    /// <summary>Printed names by person, of the elected.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<RecommendationTallied> Recommendations { get; init; } = [];

    /// <summary>Of the first counted round.</summary>
    public (int Due, int Present)? Meeting { get; init; }

    /// <summary>From the sealed box, or as it was evaluated on paper.</summary>
    public SurveyFigures? Survey { get; init; }

    /// <summary>Those elected to a post with their recorded ages; null where the birth date was not known.</summary>
    /// <remarks>One person counts once: in two rounds the secretary and the deputies were elected members first.</remarks>
    public IEnumerable<(string Person, int? Age)> Holders(string post)
    {
        var people = Announced?.Posts.Where(holders => holders.Post == post).SelectMany(holders => holders.People) ?? [];
        if (post != Higher[^1]) people = people.ToList();
        else people = people.Except(Higher.Take(Higher.Count - 1).SelectMany(higher => Announced!.Posts.Where(holders => holders.Post == higher).SelectMany(holders => holders.People)), StringComparer.Ordinal);
        return people.Select(person => (person, Announced!.Ages?.FirstOrDefault(age => age.Person == person)?.Years));
    }

    /// <summary>Codes of the posts, highest first.</summary>
    public static IReadOnlyList<string> Higher { get; } = ["secretary", "deputy", "member"];

    private static SurveyFigures Evaluated(SurveyEvaluated survey) => new(survey.Asked, survey.Active, survey.IfRequired, survey.Unwilling);

    /// <summary>Folds a journal.</summary>
    public static ElectionFigures Of(ElectionFigures begun, Election election, IEnumerable<Entry> entries)
    {
        var figures = begun;
        foreach (var entry in entries.OfType<Logged>())
        {
            if (entry.Payload is not { ValueKind: System.Text.Json.JsonValueKind.Object } payload) continue;
            figures = entry.Event switch
            {
                nameof(ResultAnnounced) => figures with { Announced = FormReader.ReadFact<ResultAnnounced>(payload) },
                nameof(RecommendationTallied) => figures with { Recommendations = [.. figures.Recommendations, FormReader.ReadFact<RecommendationTallied>(payload)] },
                nameof(ContestsCounted) when figures.Meeting is null => figures with { Meeting = FormReader.ReadFact<ContestsCounted>(payload) is var counted ? (counted.Due, counted.Present) : null },
                nameof(SurveyTallied) => figures with { Survey = FormReader.ReadFact<SurveyTallied>(payload).Figures },
                nameof(SurveyEvaluated) => figures with { Survey = Evaluated(FormReader.ReadFact<SurveyEvaluated>(payload)) },
                _ => figures,
            };
        }

        return figures with
        {
            Seats = election.Posts.ToDictionary(post => post.Post, post => post.Seats),
            Names = (figures.Announced?.Posts ?? []).SelectMany(post => post.People).Distinct(StringComparer.Ordinal).ToDictionary(person => person, election.NameOf),
        };
    }
}
