using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Engine.State;
using Gongtui.Host.Audit;
using Gongtui.Host.Audit.Theatre;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.Notices;
using Gongtui.Host.Persistence;
using Gongtui.Host.Practice;
using Gongtui.Host.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Audit;

/// <summary>Whole elections, whose screens are written down while they run: what the theatre shows as of each of those moments is what everybody saw then.</summary>
public sealed class RecordedScreensTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("zhujian")]
    [InlineData("renshe")]
    public async Task The_theatre_shows_what_the_screens_showed_at_every_moment_of_a_whole_election(string procedure)
    {
        var designer = await host.EnterAsync(Designer.Person);
        var started = await designer.SubmitAsync("/practice", "/practice/start", ("procedure", procedure));
        var drill = host.Services.GetRequiredService<PracticeHall>().Find(started.Headers.Location!.OriginalString.Split('/')[2])!;
        var recorded = new List<Moment> { await RecordAsync(drill) };
        while (drill.Rests is null)
        {
            await drill.StepAsync();
            var now = await RecordAsync(drill);
            if (now.At > recorded[^1].At) recorded.Add(now);
        }

        Assert.Equal("选举已经结束", drill.Rests.Zh);
        Assert.True(recorded.Count > 20, $"only {recorded.Count} moments");
        var viewers = (await AsAsync(drill, new ReadMarks(drill.Instance))).Viewers.ToDictionary(viewer => viewer.Id, StringComparer.Ordinal);
        var marks = await AsAsync(drill, new ReadMarks(drill.Instance));
        var frames = await FramesAsync(drill, [.. recorded.Select(moment => moment.At)]);
        foreach (var live in recorded)
        {
            var then = frames[live.At];
            Assert.Equal(live.Pieces, then.Pieces);
            Assert.Equal(live.Nodes, Items(then.Pieces, "node/"));
            // What the auditor's own page held back then, it gives out after the announcement; nothing that it gave has changed.
            Assert.Equal(live.Marks, Texts(marks, live.Marks.Last));
            foreach (var (person, inbox) in live.Inboxes) Assert.True(inbox.SetEquals(then.InboxOf(viewers[person], live.Cast[person])), $"{person} at {live.At}: {string.Join(' ', inbox)} / {string.Join(' ', then.InboxOf(viewers[person], live.Cast[person]))}");
            foreach (var (person, board) in live.Boards) Assert.Equal(board, then.BoardOf(viewers[person]));
        }
    }

    /// <summary>What the screens showed at a moment.</summary>
    /// <param name="Pieces">Roll, tasks, notices, boxes, account, parts, variables and the diagram, as made from the state of that moment.</param>
    /// <param name="Nodes">Steps of the diagram as the election's page had them.</param>
    /// <param name="Inboxes">Tasks in the inbox of every person.</param>
    /// <param name="Cast">Tasks that a person had done by casting a sheet: who cast is no matter of the journal.</param>
    /// <param name="Boards">Notices for every person.</param>
    private sealed record Moment(
        long At, SortedDictionary<string, string> Pieces, SortedDictionary<string, string> Nodes, Dictionary<string, HashSet<string>> Inboxes, Dictionary<string, HashSet<string>> Cast,
        Dictionary<string, List<string>> Boards, MarkTexts Marks);

    private sealed record MarkTexts(long Last, string Forms, string Rules, string Milestones);

    /// <summary>What the theatre shows.</summary>
    private sealed record Then(SortedDictionary<string, string> Pieces, long Instant)
    {
        public HashSet<string> InboxOf(Viewer viewer, HashSet<string> cast) => [.. Seen("tasks/", viewer).Where(task => !cast.Contains(task) && !task.StartsWith(TaskKinds.Objection + "-", StringComparison.Ordinal))];

        public List<string> BoardOf(Viewer viewer) => [.. Seen("notices/", viewer)];

        /// <summary>As the page's lens has it.</summary>
        private IEnumerable<string> Seen(string panel, Viewer viewer)
        {
            var mine = viewer.Acting.LastOrDefault(acting => acting.Since <= Instant)?.Principals.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet() ?? [];
            return Pieces.Where(piece => piece.Key.StartsWith(panel, StringComparison.Ordinal) && mine.Overlaps(Words(piece.Value, "data-for")) && !mine.Overlaps(Words(piece.Value, "data-not")))
                .Select(piece => piece.Key[panel.Length..]);
        }

        private static string[] Words(string markup, string name)
        {
            var begin = markup.IndexOf(name + "=\"", StringComparison.Ordinal) + name.Length + 2;
            return markup[begin..markup.IndexOf('"', begin)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private static async Task<Moment> RecordAsync(Drill drill)
    {
        await using var scope = drill.Services.CreateAsyncScope();
        var run = (await scope.ServiceProvider.GetRequiredService<JournalReader>().LoadAsync(drill.Instance))!.State;
        var election = run.Election();
        var directory = await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().AllAsync();
        var row = await scope.ServiceProvider.GetRequiredService<GongtuiDb>().Elections.AsNoTracking().SingleAsync(one => one.Instance == drill.Instance);
        var stage = new Stage(new StageWriter(scope.ServiceProvider.GetRequiredService<Gongtui.Host.Shell.Language>(), new Names(election, directory), row.Unit));
        stage.Move(null, run);
        var page = await AsAsync(drill, new FindElection(drill.Instance), directory[Office(drill)].Caller);
        var nodes = page.Model.Everything().SelectMany(part => part.Nodes).Select(node => (node.Id, State: page.States.Of(node.Id)))
            .Where(node => node.State.State != Gongtui.Host.Elections.Diagrams.NodeState.NotReached)
            .ToDictionary(node => node.Id, node => $"{node.State.State.ToString().ToLowerInvariant()} {node.State.Completed}", StringComparer.Ordinal);
        var (inboxes, cast, boards) = (new Dictionary<string, HashSet<string>>(), new Dictionary<string, HashSet<string>>(), new Dictionary<string, List<string>>());
        foreach (var (id, entry) in directory)
        {
            inboxes[id] = [.. (await AsAsync(drill, new MyOpenTasks(200), entry.Caller)).Tasks.Select(task => task.Task)];
            boards[id] = [.. (await AsAsync(drill, new ListNotices(100), entry.Caller)).Notices.Where(line => line.ForMe).Select(line => line.Notice.Notice).Order(StringComparer.Ordinal)];
            cast[id] = await CastAsync(scope.ServiceProvider, election, id);
        }

        var marks = await AsAsync(drill, new ReadMarks(drill.Instance));
        return new(run.Sequence, new(stage.Pieces.ToDictionary(), StringComparer.Ordinal), new(nodes, StringComparer.Ordinal), inboxes, cast, boards, Texts(marks, marks.Last));
    }

    private static async Task<HashSet<string>> CastAsync(IServiceProvider services, Election election, string person)
    {
        var (boxes, done) = (services.GetRequiredService<Gongtui.Host.Boxes.BoxDesk>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var task in election.Tasks.Values.Where(task => TaskCatalog.Of(task.Kind).InBox))
            if (task.Data is { } data && data.TryGetProperty("box", out var box) && await boxes.HasCastAsync(box.GetString()!, person, default)) done.Add(task.Id);
        return done;
    }

    private static MarkTexts Texts(Marks marks, long last) => new(last, Said(marks.Forms, last), Said(marks.Rules, last), Said(marks.Milestones, last));

    private static string Said(IEnumerable<Mark> marks, long last) => string.Join('\n', marks.Where(mark => mark.At <= last).Select(mark => $"{mark.At} {mark.Text}"));

    /// <summary>The stretches that the browser fetches, put together as its script does.</summary>
    private static async Task<Dictionary<long, Then>> FramesAsync(Drill drill, HashSet<long> wanted)
    {
        var shown = new Dictionary<long, Then>();
        for (long from = 1, last = 1; from <= last;)
        {
            var frames = await AsAsync(drill, new ReadFrames(drill.Instance, from));
            var pieces = frames.Pieces.Chunk(2).ToDictionary(pair => frames.Texts[pair[0]], pair => frames.Texts[pair[1]], StringComparer.Ordinal);
            for (var row = 0; row < frames.Entries.Count; row++)
            {
                for (var at = 8; row > 0 && at < frames.Entries[row].Count; at += 2)
                {
                    var name = frames.Texts[(int)frames.Entries[row][at]];
                    if (frames.Entries[row][at + 1] == 0) pieces.Remove(name);
                    else pieces[name] = frames.Texts[(int)frames.Entries[row][at + 1]];
                }

                if (wanted.Contains(frames.Entries[row][0])) shown[frames.Entries[row][0]] = new(new(pieces, StringComparer.Ordinal), frames.Entries[row][1]);
            }

            (from, last) = (frames.To + 1, frames.Last);
        }

        return shown;
    }

    private static SortedDictionary<string, string> Items(SortedDictionary<string, string> pieces, string panel) =>
        new(pieces.Where(piece => piece.Key.StartsWith(panel, StringComparison.Ordinal)).ToDictionary(piece => piece.Key[panel.Length..], piece => piece.Value), StringComparer.Ordinal);

    private static string Office(Drill drill) => drill.People[0].Id;

    private static async Task<T> AsAsync<T>(Drill drill, IRequest<Result<T>> request, Caller? caller = null)
    {
        await using var scope = drill.Services.CreateAsyncScope();
        caller ??= (await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().AllAsync()).Values.First(entry => entry.Caller.Has(Roles.Auditor) || entry.Caller.Id == Office(drill)).Caller;
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().ActAs(caller);
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        return answer.Accepted ? answer.Value : throw new InvalidOperationException(answer.Refusal.Message.En);
    }
}
