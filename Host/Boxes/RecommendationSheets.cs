using System.Text.Json;
using Gongtui.Activities.Boxes;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Recommendation;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Boxes;

/// <summary>民主推荐表.</summary>
public sealed class RecommendationSheets : ISheetKind
{
    public BoxPurpose Purpose => BoxPurpose.Recommendation;

    public Result<byte[]> Write(JsonElement form, JsonElement sheet)
    {
        var paper = FormReader.Read<RecommendationPaper>(form);
        var filled = FormReader.Read<RecommendationSheet>(sheet);
        if (paper.Check(filled) is { } refusal) return refusal;
        // In the order of the paper: the order in which somebody clicked would be a mark of theirs.
        var names = filled.Posts.ToDictionary(list => list.Post, list => list.People.ToHashSet(StringComparer.Ordinal));
        var ordered = new RecommendationSheet([.. paper.Posts.Select(post => new PostList(
            post.Post, [.. paper.NamesFor(post).Where(person => names.GetValueOrDefault(post.Post)?.Contains(person) == true)]))]);
        return JsonSerializer.SerializeToUtf8Bytes(ordered, FactJson.Default.RecommendationSheet);
    }

    public JsonElement Count(JsonElement form, IReadOnlyList<byte[]> sheets) => FormReader.Write(RecommendationCount.Of(
        FormReader.Read<RecommendationPaper>(form),
        sheets.Select(bytes => JsonSerializer.Deserialize(bytes, FactJson.Default.RecommendationSheet)!)));

    /// <summary>Most people agree on the same few names; else hardly anybody would be named by more than half.</summary>
    public JsonElement Invent(JsonElement form, Func<int, int> dice)
    {
        const int AgreeInTwenty = 17;
        var paper = FormReader.Read<RecommendationPaper>(form);
        var taken = 0;
        var lists = new List<PostList>();
        foreach (var post in paper.Posts)
        {
            var known = paper.NamesFor(post);
            var favourites = Enumerable.Range(taken, post.Limit).Select(index => known[index % known.Count]).ToList();
            taken += post.Limit;
            var names = favourites
                .Select(favourite => dice(20) < AgreeInTwenty ? favourite : known[dice(known.Count)])
                .Distinct(StringComparer.Ordinal);
            lists.Add(new(post.Post, [.. names]));
        }

        return FormReader.Write(new RecommendationSheet(lists));
    }
}
