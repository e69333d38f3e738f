using System.Text.Json;
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

/// <summary>A stretch of the theatre: everything as of its first entry, and what each later one changes. Long enough that nobody waits while dragging.</summary>
/// <param name="From">First entry wanted; the stretch begins at the mark at or before it.</param>
[AllowedTo(Roles.Auditor, Roles.Staff)]
public sealed record ReadFrames(string Instance, long From) : IQuery<Frames>, IJournaledReading<Result<Frames>>
{
    public ReadingOf Reading(Result<Frames> answer) => new(ReadingKinds.Replay, Instance, 1, answer.Value!.Last);
}

/// <param name="Texts">Every text once; the others refer to it by its place. Place 0 is the empty text.</param>
/// <param name="Pieces">All pieces as of the first entry: name, text, name, text …</param>
/// <param name="Entries">One row an entry: number, instant in Unix milliseconds, who, what, about, flags, step, data, then the changed pieces: name, text …</param>
public sealed record Frames(long From, long To, long Last, IReadOnlyList<string> Texts, IReadOnlyList<int> Pieces, IReadOnlyList<IReadOnlyList<long>> Entries)
{
    /// <summary>Entries of one stretch.</summary>
    public const int Size = 1000;

    /// <summary>Flag of an entry that keeps the program's place only.</summary>
    public const int Technical = 1;

    /// <summary>Flag of an entry by which somebody interfered with the course.</summary>
    public const int Intervention = 2;

    /// <summary>The mark at or before an entry.</summary>
    public static long MarkOf(long at) => ((Math.Max(1, at) - 1) / Size * Size) + 1;
}

public sealed class ReadFramesHandler(JournalReader reader, AuditDoor door, PeopleDirectory people, Language language)
    : IRequestHandler<ReadFrames, Result<Frames>>
{
    public async Task<Result<Frames>> Handle(ReadFrames request, CancellationToken cancellationToken)
    {
        var opened = await door.OpenAsync(request.Instance, cancellationToken, Roles.Auditor, Roles.Staff);
        if (!opened.Accepted) return opened.Refusal;
        var (row, newest, last) = (opened.Value.Row, opened.Value.State, opened.Value.Last);
        var from = Frames.MarkOf(Math.Min(request.From, last));
        // Names as the newest roll has them: a person keeps their id and name through an election.
        var names = new Names(newest.Election(), await people.AllAsync());
        return await ReadAsync(row, names, from, Math.Min(from + Frames.Size - 1, last), last, cancellationToken);
    }

    private async Task<Frames> ReadAsync(ElectionRow row, Names names, long from, long to, long last, CancellationToken cancellationToken)
    {
        var (texts, writer) = (new TextTable(), new StageWriter(language, names, row.Unit));
        var (stage, first, entries) = (new Stage(writer), new List<int>(), new List<IReadOnlyList<long>>());
        await foreach (var (entry, state) in reader.StretchAsync(row.Instance, from, to, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = stage.Move(entries.Count == 0 ? null : entry, state);
            if (entries.Count == 0) first.AddRange(changed.SelectMany(piece => new[] { texts.Place(piece.Key), texts.Place(piece.Value) }));
            var words = EntryWords.Of(entry, state.Graph);
            var payload = entry is Resumed resumed && HandedIn.By(resumed) is { } form ? form.Fields : EntryWords.Payload(entry);
            List<long> line =
            [
                entry.Sequence, state.At.ToUnixTimeMilliseconds(), texts.Place(language.T(names.Actor(state.By))), texts.Place(language.T(words.What)), texts.Place(language.T(words.About)),
                (words.Technical ? Frames.Technical : 0) | (Interventions.Is(entry) ? Frames.Intervention : 0),
                texts.Place(state.Run(EntryWords.Run(entry))?.Node.Id ?? (entry as Executing)?.Activity ?? ""),
                texts.Place(payload.ValueKind == JsonValueKind.Object ? writer.Payload(payload, state.Election()) : ""),
            ];
            if (entries.Count > 0) line.AddRange(changed.SelectMany(piece => new long[] { texts.Place(piece.Key), texts.Place(piece.Value) }));
            entries.Add(line);
        }

        return new Frames(from, to, last, texts.All, first, entries);
    }

    private sealed class TextTable
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal) { [""] = 0 };
        private readonly List<string> all = [""];

        public IReadOnlyList<string> All => all;

        public int Place(string text)
        {
            if (places.TryGetValue(text, out var place)) return place;
            all.Add(text);
            return places[text] = all.Count - 1;
        }
    }
}
