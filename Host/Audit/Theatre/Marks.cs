using System.Globalization;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Notices;
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
using Microsoft.EntityFrameworkCore;

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
/// <param name="Acting">What they could act as, and since when, oldest first.</param>
public sealed record Viewer(string Id, string Name, IReadOnlyList<Acting> Acting);

/// <param name="Since">Unix milliseconds; the beginning of the calendar for what nobody has dated.</param>
/// <param name="Principals">Separated by spaces, as this election's unit knows them; empty while the person could not act at all.</param>
public sealed record Acting(long Since, string Principals);

/// <summary>The text of a notice, which never changes once it hangs.</summary>
/// <param name="At">The entry that published it.</param>
/// <param name="Body">Paragraphs as markup.</param>
public sealed record NoticeBody(long At, string Notice, string Body);

public sealed record Marks(
    long Last, IReadOnlyList<Mark> Milestones, IReadOnlyList<Mark> Interventions, IReadOnlyList<Mark> Forms, IReadOnlyList<Mark> Rules,
    IReadOnlyList<NoticeBody> Notices, IReadOnlyList<Viewer> Viewers);

public sealed class ReadMarksHandler(JournalReader reader, AuditDoor door, PeopleDirectory people, GongtuiDb db, Language language)
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
        var election = newest.Election();
        var names = new Names(election, await people.AllAsync());
        var writer = new StageWriter(language, names, row.Unit);
        List<Mark> milestones = [], interventions = [], forms = [], rules = [];
        var notices = new List<NoticeBody>();
        foreach (var entry in await reader.EntriesAsync(request.Instance, 0, last, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry is Started or Ended || (entry is Logged logged && Milestones.Contains(logged.Event)))
                milestones.Add(new(entry.Sequence, Said(entry, newest)));
            if (Theatre.Interventions.Is(entry)) interventions.Add(new(entry.Sequence, Said(entry, newest)));
            if (entry is Resumed resumed && Form(resumed, writer, names) is { } form) forms.Add(new(entry.Sequence, form));
            if (entry is Logged { Event: nameof(NoticePublished), Payload: { } published }) notices.Add(Body(entry.Sequence, FormReader.ReadFact<NoticePublished>(published), writer));
            foreach (var proof in Proofs.In(EntryWords.Payload(entry)))
                rules.Add(new(entry.Sequence, writer.Proof(proof.Line, proof.Holds)));
        }

        return new Marks(last, milestones, interventions, forms, rules, notices, await ViewersAsync(election, row.Unit, cancellationToken));
    }

    private string Said(Entry entry, InstanceState newest) =>
        EntryWords.Of(entry, newest.Graph) is var words && language.T(words.About) is { Length: > 0 } about ? $"{language.T(words.What)} · {about}" : language.T(words.What);

    /// <summary>Whose form it was and how it was decided; what it held stands at its entry.</summary>
    private string? Form(Resumed resumed, StageWriter writer, Names names)
    {
        if (HandedIn.By(resumed) is not { } form) return null;
        var kind = TaskCatalog.All.FirstOrDefault(known => form.Task.StartsWith(known.Id + "-", StringComparison.Ordinal) && int.TryParse(form.Task.AsSpan(known.Id.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var title = $"{writer.Safe(kind is null ? form.Task : language.T(kind.Name))} · {writer.Safe(language.T(names.Actor(resumed.By)))}"
            + (kind?.Choices.FirstOrDefault(choice => choice.Id == form.Decision) is { } known ? $" · {writer.Safe(language.T(known.Label))}" : "");
        return string.Create(CultureInfo.InvariantCulture, $"<li><details data-of=\"{resumed.Sequence}\"><summary>{title}</summary></details></li>");
    }

    private static NoticeBody Body(long at, NoticePublished notice, StageWriter writer) => new(at, notice.Notice, string.Concat(
        notice.Body.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(paragraph => $"<p>{writer.Safe(paragraph)}</p>")));

    /// <summary>Everybody who could ever look at something of this election, those without an office last. Other units' people stay in the database.</summary>
    private async Task<IReadOnlyList<Viewer>> ViewersAsync(Election election, string unit, CancellationToken cancellationToken)
    {
        var (here, roll) = ($"unit:{unit}:", election.People.Keys.ToList());
        var acting = (await db.Acting.AsNoTracking()
                .Where(row => roll.Contains(row.Person) || db.Acting.Any(once => once.Person == row.Person && (once.Principals.Contains("role:") || once.Principals.Contains(here))))
                .OrderBy(row => row.Since).ToListAsync(cancellationToken))
            .Select(row => (row.Person, Acting: new Acting(row.Since.ToUnixTimeMilliseconds(), Here(row.Principals, unit))))
            .GroupBy(row => row.Person, row => row.Acting)
            .Where(rows => election.People.ContainsKey(rows.Key) || rows.Any(one => one.Principals.Contains("unit:", StringComparison.Ordinal)))
            .ToDictionary(rows => rows.Key, rows => rows.ToList(), StringComparer.Ordinal);
        var ids = acting.Keys.ToList();
        var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return
        [
            .. acting.Where(one => names.ContainsKey(one.Key)).Select(one => new Viewer(one.Key, names[one.Key], one.Value))
                .OrderBy(viewer => viewer.Acting[^1].Principals is var now && (now.Contains(":member", StringComparison.Ordinal) || now.Contains(":masses", StringComparison.Ordinal)))
                .ThenBy(viewer => viewer.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The principals that mean anything in a unit; a role that is held everywhere is held there.</summary>
    private static string Here(string principals, string unit) => string.Join(' ', principals.Split(' ')
        .SelectMany(principal => principal.StartsWith("role:", StringComparison.Ordinal) ? [principal, $"unit:{unit}:{principal[5..]}"]
            : principal.StartsWith("unit:", StringComparison.Ordinal) && !principal.StartsWith($"unit:{unit}:", StringComparison.Ordinal) ? Enumerable.Empty<string>() : [principal]));
}
