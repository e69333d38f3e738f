using System.Runtime.InteropServices;
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

    // Casts come one after the other into the same box, and the form of a large one names a hundred thousand people: it is read once for all of them.
    private volatile Reading? _last;

    public Result<byte[]> Write(JsonElement form, JsonElement sheet)
    {
        var (_, paper, check, places) = Read(form);
        var filled = FormReader.Read<RecommendationSheet>(sheet);
        if (check(filled) is { } refusal) return refusal;
        // In the order of the paper: the order in which somebody clicked would be a mark of theirs.
        var names = filled.Posts.ToDictionary(list => list.Post, list => list.People, StringComparer.Ordinal);
        var ordered = new RecommendationSheet([.. paper.Posts.Select(post => new PostList(
            post.Post, [.. names.GetValueOrDefault(post.Post, []).OrderBy(person => places[post.Post][person])]))]);
        return JsonSerializer.SerializeToUtf8Bytes(ordered, FactJson.Default.RecommendationSheet);
    }

    public JsonElement Count(JsonElement form, IReadOnlyList<byte[]> sheets) => FormReader.Write(RecommendationCount.Of(
        FormReader.Read<RecommendationPaper>(form),
        sheets.Select(bytes => JsonSerializer.Deserialize(bytes, FactJson.Default.RecommendationSheet)!)));

    /// <summary>Most people agree on the same few names; else hardly anybody would be named by more than half.</summary>
    public JsonElement Invent(JsonElement form, Func<int, int> dice)
    {
        const int AgreeInTwenty = 17;
        var paper = Read(form).Paper;
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

    private Reading Read(JsonElement form)
    {
        var bytes = JsonMarshal.GetRawUtf8Value(form);
        if (_last is { } last && bytes.SequenceEqual(last.Form)) return last;
        var paper = FormReader.Read<RecommendationPaper>(form);
        return _last = new(bytes.ToArray(), paper, paper.Checker(), paper.Posts.ToDictionary(
            post => post.Post, post => paper.NamesFor(post).Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal), StringComparer.Ordinal));
    }

    /// <param name="Form">The bytes that it was read from.</param>
    /// <param name="Places">For each post where a person stands in printing order.</param>
    private sealed record Reading(byte[] Form, RecommendationPaper Paper, Func<RecommendationSheet, Refusal?> Check, Dictionary<string, Dictionary<string, int>> Places);
}
