using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Definitions;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Audit.Theatre;
using Gongtui.Host.Elections;
using Gongtui.Host.Elections.Diagrams;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using MediatR;

namespace Gongtui.Host.Audit.Finding;

/// <summary>What to look for in a journal; everything that is given must hold.</summary>
/// <param name="Person">Id or part of a name: who did it, or whom it is about.</param>
/// <param name="Step">Id of an activity of the diagram.</param>
/// <param name="Kind">Name of a fact, or "interventions".</param>
/// <param name="From">First day, local.</param>
/// <param name="To">Last day, local.</param>
/// <param name="Article">Rule or part of its article: "F5", "J20", "第二十".</param>
/// <param name="After">Only entries behind this one; for paging.</param>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record FindEntries(
    string Instance, string? Person = null, string? Step = null, string? Kind = null, DateOnly? From = null, DateOnly? To = null, string? Article = null, long After = 0)
    : IQuery<FoundEntries>, IJournaledReading<Result<FoundEntries>>
{
    public const string Interventions = "interventions";

    public ReadingOf Reading(Result<FoundEntries> answer) => answer.Value!.Entries is [var first, .., var last]
        ? new(ReadingKinds.Find, Instance, first.Sequence, last.Sequence) : new(ReadingKinds.Find, Instance, 1, answer.Value.Last);
}

/// <summary>An entry that was found.</summary>
/// <param name="For">Id of the person in whose name it was done, when that is somebody else than who did it.</param>
/// <param name="Rules">Rules that it evaluated and that were asked for.</param>
public sealed record FoundEntry(long Sequence, DateTimeOffset At, string? By, string? For, EntryWords Words, bool Intervention, IReadOnlyList<Text> Rules);

/// <summary>What was found, and what there is to choose from.</summary>
/// <param name="Steps">Steps of the diagram to choose from.</param>
/// <param name="Kinds">Facts that occur in this journal.</param>
public sealed record FoundEntries(
    ElectionRow Row, Election Election, long Last, IReadOnlyList<FoundEntry> Entries, bool More, IReadOnlyList<DiagramNode> Steps, IReadOnlyList<string> Kinds);

public sealed class FindEntriesHandler(JournalReader reader, AuditDoor door, PeopleDirectory people) : IRequestHandler<FindEntries, Result<FoundEntries>>
{
    private const int Page = 200;

    public async Task<Result<FoundEntries>> Handle(FindEntries request, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        var (row, newest, last) = (opened.Value.Row, opened.Value.State, opened.Value.Last);
        var names = new Names(newest.Election(), await people.AllAsync());
        var sought = request.Person is { Length: > 0 } person ? new SoughtPerson(person.Trim(), names) : null;
        var (found, kinds, runs) = (new List<FoundEntry>(), new SortedSet<string>(StringComparer.Ordinal), new Dictionary<int, string>());
        CommandEntry? command = null;
        foreach (var entry in await reader.EntriesAsync(request.Instance, 0, last, cancellationToken))
        {
            command = entry as CommandEntry ?? command;
            if (entry is Executing executing) runs[executing.Run] = executing.Activity;
            var (payload, words) = (EntryWords.Payload(entry), EntryWords.Of(entry, newest.Graph));
            var kind = entry is Logged { Event: var e } ? e : entry is Told { Event: var t } ? t : entry.GetType().Name;
            if (!words.Technical) kinds.Add(kind);
            if (entry.Sequence <= request.After || found.Count > Page) continue;
            if (words.Technical && !Interventions.Is(entry) && request.Step is null) continue;
            var day = LocalTime.DateOf(command!.At);
            if (day < request.From || day > request.To) continue;
            if (request.Kind is { Length: > 0 } wanted && (wanted == FindEntries.Interventions ? !Interventions.Is(entry) : wanted != kind)) continue;
            if (request.Step is { Length: > 0 } step && !Inside(newest.Graph, runs.GetValueOrDefault(EntryWords.Run(entry)), step)) continue;
            if (sought is not null && !sought.Concerns(command.By, payload)) continue;
            var rules = request.Article is { Length: > 0 } article ? Proofs.In(payload).Where(proof => Cites(proof, article.Trim())).Select(proof => proof.Line).ToList() : [];
            if (request.Article is { Length: > 0 } && rules.Count == 0) continue;
            found.Add(new(entry.Sequence, command.At, command.By, ActedFor(payload, command.By), words, Interventions.Is(entry), rules));
        }

        return new FoundEntries(
            row, newest.Election(), last, found.Count > Page ? found[..Page] : found, found.Count > Page, DiagramModel.Of(newest.Graph).Steps(), [.. kinds]);
    }

    /// <summary>Whether what happened in an activity happened in this step or inside it.</summary>
    private static bool Inside(WorkflowGraph graph, string? activity, string step)
    {
        for (var at = activity is null ? null : graph.Find(activity); at is not null; at = at.Parent)
            if (at.Id == step) return true;
        return false;
    }

    private static bool Cites(RecordedProof proof, string article) =>
        proof.Rule.Equals(article, StringComparison.OrdinalIgnoreCase) || proof.Article.Contains(article, StringComparison.OrdinalIgnoreCase);

    /// <summary>A fact that names another person as the one who did it was given in for that person.</summary>
    private static string? ActedFor(JsonElement payload, string? by) =>
        payload.ValueKind != JsonValueKind.Object ? null
        : payload.TryGetProperty("onBehalfOf", out var behalf) && behalf.ValueKind == JsonValueKind.String ? behalf.GetString()
        : payload.TryGetProperty("by", out var named) && named.ValueKind == JsonValueKind.String && named.GetString() != by ? named.GetString() : null;

    /// <summary>Matches by id, or by a part of the name.</summary>
    private sealed class SoughtPerson(string text, Names names)
    {
        public bool Concerns(string? by, JsonElement payload) =>
            (by is not null && Is(by)) || (payload.ValueKind == JsonValueKind.Object && Mentions(payload));

        private bool Is(string id) => id == text || names.Find(id)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

        private bool Mentions(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Split(':')[^1] is var id && (id == text || (id.Length <= 64 && names.Find(id)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)),
            JsonValueKind.Object => value.EnumerateObject().Any(member => Is(member.Name) || Mentions(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(Mentions),
            _ => false,
        };
    }
}
