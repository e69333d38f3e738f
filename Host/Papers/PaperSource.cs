using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Journal;
using Gongtui.Host.Reports;

namespace Gongtui.Host.Papers;

/// <summary>What papers are written from: the facts of one journal, as far as they may be seen.</summary>
/// <param name="election">The election at its newest entry; papers take names and the plan from it, figures from the facts.</param>
/// <param name="entries">In their order, up to the last that may be seen.</param>
/// <param name="head">Hash of the newest entry, hexadecimal; printed on each paper.</param>
/// <param name="sequence">Number of that entry.</param>
/// <param name="today">Day of making.</param>
/// <param name="language">The language of the papers.</param>
public sealed class PaperSource(Election election, IEnumerable<Entry> entries, string head, long sequence, DateOnly today, Func<Text, string> language)
{
    private readonly List<(string Name, JsonElement Payload, DateOnly On)> facts = [];
    private readonly ResultFold rounds = new();

    public Election Election { get; } = election;

    public string Head { get; } = head;

    public long Entries { get; } = sequence;

    public DateOnly Today { get; } = today;

    /// <summary>Rounds of voting with their facts; what is held until the announcement is missing before it.</summary>
    public IReadOnlyList<RoundResult> Rounds => rounds.Rounds;

    public ResultFold Result => rounds;

    public string Unit => Election.Unit?.Name ?? "";

    /// <summary>Organisation and election, as every paper says them below its title.</summary>
    public string About => $"{Unit} · {Election.Title}";

    /// <summary>Takes the facts in; to be called once.</summary>
    public PaperSource Read()
    {
        var on = Today;
        foreach (var entry in entries)
        {
            if (entry is CommandEntry command) on = LocalTime.DateOf(command.At);
            if (entry is Logged { Payload: { ValueKind: JsonValueKind.Object } payload } logged) facts.Add((logged.Event, payload, on));
            rounds.Apply(entry);
        }

        return this;
    }

    /// <summary>Every fact of a kind with its day, the oldest first.</summary>
    public IReadOnlyList<(TFact Fact, DateOnly On)> All<TFact>() =>
        [.. facts.Where(fact => fact.Name == typeof(TFact).Name).Select(fact => (FormReader.ReadFact<TFact>(fact.Payload), fact.On))];

    /// <summary>The newest fact of a kind that passes.</summary>
    public TFact? Last<TFact>(Func<TFact, bool>? which = null)
        where TFact : class => All<TFact>().Select(fact => fact.Fact).LastOrDefault(fact => which?.Invoke(fact) != false);

    public string T(string zh, string en) => language(new(zh, en));

    public string T(Text text) => language(text);

    public string Name(string person) => Election.NameOf(person);

    public string Names(IEnumerable<string> people) => string.Join(T("、", ", "), people.Select(Name)) is { Length: > 0 } names ? names : "—";

    public string Post(string code) => Election.Posts.FirstOrDefault(post => post.Post == code) is { } post ? T(post.Name) : code;

    public string Day(DateOnly day) => day.ToString(T("yyyy年M月d日", "d MMM yyyy"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A paper of this election.</summary>
    public Paper Paper(string title, IEnumerable<PaperPart> parts, params string[] signatures) => new(title, About, [.. parts], signatures);

    /// <summary>A table that lists people for each post.</summary>
    public PaperTable Lists(IEnumerable<PostList> lists, string? caption = null) => new(
        caption, [T("职务", "Post"), T("名额", "Seats"), T("人选", "People"), T("人数", "Number")],
        [.. lists.Select(list => (IReadOnlyList<string>)[Post(list.Post), $"{Election.Posts.FirstOrDefault(post => post.Post == list.Post)?.Seats}", Names(list.People), $"{list.People.Count}"])]);
}
