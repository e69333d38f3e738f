using Gongtui.Activities.Elections;
using Gongtui.Activities.Recommendation;
using TechTalk.SpecFlow;

namespace Gongtui.Features.Support;

/// <summary>From the words of a scenario to the product's, and back.</summary>
internal static class Words
{
    /// <summary>党员 or 群众.</summary>
    public static string Group(string name) => name == "党员" ? Principals.Member : Principals.Masses;

    public static string Channel(string channel) => channel switch
    {
        Channels.Member => "党员",
        Channels.Masses => "群众",
        _ => "组织",
    };

    /// <summary>A number of a table; an empty or missing cell is zero.</summary>
    public static int Number(this TableRow row, string column) =>
        row.TryGetValue(column, out var text) && text.Length > 0 ? int.Parse(text, null) : 0;

    /// <summary>The people of a table with the columns 职务 and 姓名, several names parted by 、, as one list per post.</summary>
    public static async Task<IReadOnlyList<PostList>> ListsAsync(this Election election, Table people)
    {
        var lists = new List<PostList>();
        foreach (var row in people.Rows)
            lists.Add(new(Posts.CodeOf(row["职务"]), await election.IdsOfAsync(row["姓名"].Split('、'))));
        return lists;
    }
}
