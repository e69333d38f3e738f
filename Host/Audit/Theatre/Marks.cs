using System.Globalization;
using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Audit.Theatre;

/// <summary>What stands along the whole slider: milestones, interventions, forms handed in, rules evaluated, and whose eyes one can look through.</summary>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record ReadMarks(string Instance) : IQuery<Marks>, IJournaledReading<Result<Marks>>
{
    public ReadingOf Reading(Result<Marks> answer) => new(ReadingKinds.Replay, Instance, 1, answer.Value!.Last);
}

/// <summary>A place on the slider and what it says: text, or an item of a list as markup.</summary>
public sealed record Mark(long At, string Text);

/// <summary>Somebody whose view can be taken.</summary>
/// <param name="Principals">What they may act as, separated by spaces.</param>
public sealed record Viewer(string Id, string Name, string Principals);

public sealed record Marks(
    long Last, IReadOnlyList<Mark> Milestones, IReadOnlyList<Mark> Interventions, IReadOnlyList<Mark> Forms, IReadOnlyList<Mark> Rules, IReadOnlyList<Viewer> Viewers);

public sealed class ReadMarksHandler(JournalReader reader, AuditDoor door, PeopleDirectory people, Language language)
    : IRequestHandler<ReadMarks, Result<Marks>>
{
    /// <summary>Facts that people look for first; the beginning and the end are milestones by themselves.</summary>
    private static readonly HashSet<string> Milestones = new(
        [
            "RollTaken", "PlanDrafted", "Approved", "Returned", "Declined", "NoticePublished", "BoxOpened", "BoxClosed", "NomineesListed", "QualificationReviewed", "AssessmentTallied", "SpeechesHeld",
            "InvestigationReported", "ShortlistDecided", "PublicityStarted", "ObjectionFiled", "ObjectionDecided", "PublicityEnded", "AttendanceCounted", "ContestsCounted", "TieDecided", "ShortageDecided",
            "ResultAnnounced", "Ratified", "NotRatified", "TermOpened", "TermReviewed", "PostLeft",
        ], StringComparer.Ordinal);

    public async Task<Result<Marks>> Handle(ReadMarks request, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        var (row, newest, last) = (opened.Value.Row, opened.Value.State, opened.Value.Last);
        var (election, everybody) = (newest.Election(), await people.AllAsync());
        var writer = new StageWriter(language, new Names(election, everybody), row.Unit);
        List<Mark> milestones = [], interventions = [], forms = [], rules = [];
        foreach (var entry in await reader.EntriesAsync(request.Instance, 0, last, cancellationToken))
        {
            var words = EntryWords.Of(entry, newest.Graph);
            if (entry is Started or Ended || (entry is Logged logged && Milestones.Contains(logged.Event)))
                milestones.Add(new(entry.Sequence, Said(words)));
            if (Theatre.Interventions.Is(entry)) interventions.Add(new(entry.Sequence, Said(words)));
            if (entry is Resumed resumed && Form(resumed, writer, election) is { } form) forms.Add(new(entry.Sequence, form));
            foreach (var proof in Proofs.In(EntryWords.Payload(entry)))
                rules.Add(new(entry.Sequence, writer.Proof(proof.Line, proof.Holds)));
        }

        return new Marks(last, milestones, interventions, forms, rules, Viewers(election, row.Unit, everybody.Values));
    }

    private string Said(EntryWords words) => language.T(words.About) is { Length: > 0 } about ? $"{language.T(words.What)} · {about}" : language.T(words.What);

    private string? Form(Resumed resumed, StageWriter writer, Election election)
    {
        if (resumed.Input.GetValueOrDefault("completion") is not JsonElement { ValueKind: JsonValueKind.Object } completion) return null;
        var task = completion.TryGetProperty("task", out var id) ? id.GetString() ?? "" : "";
        var kind = TaskCatalog.All.FirstOrDefault(known => task.StartsWith(known.Id + "-", StringComparison.Ordinal) && int.TryParse(task.AsSpan(known.Id.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var decision = completion.TryGetProperty("decision", out var chosen) ? chosen.GetString() : null;
        var fields = completion.TryGetProperty("fields", out var filled) && filled.ValueKind == JsonValueKind.Object ? writer.Payload(filled, election) : "";
        var title = $"{writer.Safe(kind is null ? task : language.T(kind.Name))} · {writer.Safe(language.T(new Names(election, System.Collections.Frozen.FrozenDictionary<string, DirectoryEntry>.Empty).Actor(resumed.By)))}"
            + (kind?.Choices.FirstOrDefault(choice => choice.Id == decision) is { } known ? $" · {writer.Safe(language.T(known.Label))}" : "");
        return $"<li><details><summary>{title}</summary>{fields}</details></li>";
    }

    private static List<Viewer> Viewers(Election election, string unit, IEnumerable<DirectoryEntry> everybody) =>
    [
        .. everybody.Select(entry => entry.Caller)
            .Where(caller => caller.Units.Contains(unit) || election.People.ContainsKey(caller.Id))
            .Select(caller => new Viewer(caller.Id, caller.Name, string.Join(' ', caller.Principals.Where(principal => !principal.StartsWith("unit:", StringComparison.Ordinal) || principal.StartsWith($"unit:{unit}:", StringComparison.Ordinal)))))
            .OrderBy(viewer => viewer.Principals.Contains(":member", StringComparison.Ordinal) || viewer.Principals.Contains(":masses", StringComparison.Ordinal)).ThenBy(viewer => viewer.Id, StringComparer.Ordinal),
    ];
}
