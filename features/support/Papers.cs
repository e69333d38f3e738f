using System.Text.Json;
using Gongtui.Activities.Assessment;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Mobilisation;
using Gongtui.Activities.Recommendation;
using Gongtui.Activities.Tasks;
using Gongtui.Host.Boxes;

namespace Gongtui.Features.Support;

/// <summary>Many people fill in forms and cast them into the open boxes of recommendation and assessment.</summary>
public sealed class Papers(Election election)
{
    /// <summary>So many people of a group recommend, so that each person is named as often as it says.</summary>
    public async Task RecommendAsync(string channel, int people, IEnumerable<(string Post, string Person, int Votes)> votes)
    {
        var wanted = votes.ToLookup(vote => vote.Post, vote => (vote.Person, vote.Votes));
        var posts = wanted.Select(post => (Post: post.Key, Sheets: Spread.Of(people, post))).ToList();
        await CastAsync(BoxPurpose.Recommendation, channel, [.. Enumerable.Range(0, people).Select(sheet =>
            FormReader.Write(new RecommendationSheet([.. posts.Select(post => new PostList(post.Post, post.Sheets[sheet]))])))]);
    }

    /// <summary>So many people of a group assess; whoever has no line gets 优秀 from everybody.</summary>
    /// <param name="marks">For a person, how many give 优秀, 称职, 基本称职, 不称职; the others abstain.</param>
    public async Task AssessAsync(string group, int people, IReadOnlyDictionary<string, int[]> marks)
    {
        Level[] levels = [Level.Excellent, Level.Competent, Level.Basic, Level.Incompetent];
        var nominees = (await election.NowAsync()).Assessment.People;
        await CastAsync(BoxPurpose.Assessment, group, [.. Enumerable.Range(0, people).Select(sheet =>
            FormReader.Write(new AssessmentSheet([.. nominees.Select(person => new AssessmentMark(person, Of(person, sheet)))])))]);

        Level Of(string person, int sheet)
        {
            if (!marks.TryGetValue(person, out var counts)) return Level.Excellent;
            for (var level = 0; level < counts.Length; sheet -= counts[level], level++)
                if (sheet < counts[level]) return levels[level];
            return Level.Abstain;
        }
    }

    /// <summary>So many people give each answer to the survey.</summary>
    public Task AnswerAsync(int active, int required, int unwilling) => CastAsync(BoxPurpose.Survey, Principals.Member,
    [
        .. new[] { (Attitude.Active, active), (Attitude.IfRequired, required), (Attitude.Unwilling, unwilling) }
            .SelectMany(answer => Enumerable.Repeat(FormReader.Write(new SurveySheet(answer.Item1)), answer.Item2)),
    ]);

    /// <summary>The open box of a group.</summary>
    public async Task<BoxState> OpenAsync(BoxPurpose purpose, string group) =>
        (await election.NowAsync()).Boxes.Values.First(box => box.IsOpen && box.Purpose == purpose && box.Group == group);

    /// <summary>Staff close the box of a group and let it be counted.</summary>
    public Task CloseAsync(string group) => election.DoAsync(Who.Staff, TaskKinds.CloseBox, Decisions.Close, (object?)null, group);

    private async Task CastAsync(BoxPurpose purpose, string group, IReadOnlyList<JsonElement> sheets)
    {
        var box = await OpenAsync(purpose, group);
        var people = (await election.NowAsync()).People;
        await Task.WhenAll(sheets.Zip(box.Eligible!, (sheet, person) =>
            election.DoAsync(people[person].Name, new CastSheet(box.Id, sheet, $"{box.Id}-{person}"))));
    }
}
