using System.Globalization;
using System.Text;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Ratification;
using Gongtui.Activities.Rules.Plan;

namespace Gongtui.Activities.Notices;

/// <summary>Drafts of notices from what the election knows; a person may change those that a task asks for.</summary>
public static class NoticeText
{
    private static readonly IReadOnlyList<string> Everybody = [Principals.Member, Principals.Masses];

    /// <summary>A draft of the kind; empty for a kind that only a person can word.</summary>
    public static NoticeForm For(Election election, string kind) => kind switch
    {
        NoticeKinds.Plan => Plan(election),
        NoticeKinds.Nominees => Nominees(election),
        NoticeKinds.Investigation => Investigation(election),
        NoticeKinds.Publicity => Publicity(election),
        NoticeKinds.Meeting => Meeting(election),
        NoticeKinds.Result => Result(election),
        _ => new("", "", Everybody),
    };

    private static NoticeForm Plan(Election election)
    {
        var form = election.Plan!.Form;
        var text = Begin(election, "公推直选实施方案已经上级党组织批准，现予公告。")
            .AppendLine(CultureInfo.InvariantCulture, $"选举大会：{form.MeetingOn:yyyy年M月d日}，{form.Place}。")
            .AppendLine(CultureInfo.InvariantCulture, $"任职条件：{form.Conditions}");
        foreach (var post in election.Posts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{post.Name.Zh}：名额 {post.Seats}，{Words.Of(post.Mode).Zh}。");
        }

        return Titled(election, "公推直选实施方案公告", text.AppendLine("请全体党员和群众参与推荐并监督。"));
    }

    private static NoticeForm Nominees(Election election) => Titled(
        election, "初步人选公告",
        Lists(election, Begin(election, "经公开推荐和资格审查，初步人选公告如下。"), post => election.Posts
            .Where(known => known.Post == post)
            .SelectMany(known => Planning.Places.NomineesOf(election, known.Post))));

    private static NoticeForm Investigation(Election election) => Titled(
        election, "考察预告",
        Lists(election, Begin(election, "根据推荐、资格审查和民主测评情况，拟对下列同志进行组织考察，如有意见请向考察组反映。"), post =>
            election.Investigation!.Lists.Where(list => list.Post == post).SelectMany(list => list.People)));

    private static NoticeForm Publicity(Election election)
    {
        var period = election.Publicity!;
        return Titled(
            election, "候选人预备人选公示",
            Lists(election, Begin(election, $"下列同志拟作为候选人预备人选，现予公示。公示期自 {period.From:yyyy-MM-dd} 起，至 {period.Last:yyyy-MM-dd} 24:00 止。"), post =>
                    election.Shortlist!.Lists.Where(list => list.Post == post).SelectMany(list => list.People))
                .AppendLine("如有异议，请在公示期内署名反映。"));
    }

    private static NoticeForm Meeting(Election election)
    {
        var form = election.Plan!.Form;
        var text = Begin(election, election.Voting.Round == 0
                ? "候选人预备人选公示期满，定于下列时间召开党员大会，直接选举新一届班子。"
                : "上次会议未能完成选举，现重新召开党员大会，继续选举。")
            .AppendLine(CultureInfo.InvariantCulture, $"时间：{form.MeetingOn:yyyy年M月d日}（以工作人员通知为准）")
            .AppendLine(CultureInfo.InvariantCulture, $"地点：{form.Place}")
            .AppendLine("因故不能到会的，不得委托他人代为投票。");
        return Titled(election, "党员大会会议通知", text) with { Audience = [Principals.Member] };
    }

    private static NoticeForm Result(Election election)
    {
        var text = Begin(election, "选举结果公告如下。");
        foreach (var post in election.Ratification!.Announced)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{election.Post(post.Post).Name.Zh}：{Holders(election, post)}");
        }

        return Titled(election, "选举结果公告", text);
    }

    private static string Holders(Election election, PostHolders post) =>
        string.Join("、", post.People.Select(election.NameOf))
        + (post.Vacant > 0 ? $"（空缺 {post.Vacant}）" : "");

    private static StringBuilder Begin(Election election, string opening) =>
        new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{election.Unit!.Name}{opening}").AppendLine();

    private static StringBuilder Lists(Election election, StringBuilder text, Func<string, IEnumerable<string>> people)
    {
        foreach (var post in election.Posts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{post.Name.Zh}：{string.Join("、", people(post.Post).Select(election.NameOf))}");
        }

        return text;
    }

    private static NoticeForm Titled(Election election, string title, StringBuilder body) =>
        new($"{election.Unit!.Name}{title}", body.ToString().TrimEnd(), Everybody);
}
