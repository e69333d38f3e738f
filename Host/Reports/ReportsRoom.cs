using Gongtui.Activities.Ratification;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Reports;

/// <summary>Results: registrations and the API.</summary>
public static class ReportsRoom
{
    public static void AddReports(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ResultMemory>();

    public static void MapReports(this WebApplication app) =>
        app.MapGet("/api/elections/{instance}/results", async (string instance, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ShowResults(instance), context.RequestAborted)).ToHttp(context, ResultsAnswer.Of))
            .WithTags("Results").WithSummary("The announced result with every round, account and proof");
}

/// <summary>A result as the API gives it.</summary>
/// <param name="Names">Printed names of the people in it.</param>
public sealed record ResultsAnswer(
    string Title, IReadOnlyList<PostHolders> Announced, DateOnly AnnouncedOn, IReadOnlyList<RoundResult> Rounds,
    Ratified? Ratified, Filed? Filed, NotRatified? NotRatified, IReadOnlyDictionary<string, string> Names, string Head, long Entries)
{
    public static ResultsAnswer Of(ElectionResults results) => new(
        results.Election.Title, results.Announced, results.AnnouncedOn, results.Rounds, results.Ratified, results.Filed, results.NotRatified,
        results.Rounds.SelectMany(round => round.Count?.Contests ?? []).SelectMany(contest => contest.People).Select(person => person.Person)
            .Distinct(StringComparer.Ordinal).ToDictionary(person => person, results.Election.NameOf, StringComparer.Ordinal),
        results.Head, results.Entries);
}
