using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Shell;

namespace Gongtui.Host.Audit.Theatre;

/// <summary>Writes the pieces of the theatre in one language. Items for particular people carry the principals that they are for.</summary>
public sealed class StageWriter(Language language, Names names, string unit)
{
    /// <summary>Recorded data as people read it.</summary>
    public string Payload(JsonElement value, Election election) =>
        new PayloadHtml(language.Code, field => names.Find(field) ?? language.T(FieldWords.Of(field)), new ValueWords(election, names).Of).Of(value).Value;

    public IEnumerable<(string Item, string Piece)> Variables(InstanceState state) => state.AllVariables()
        .Select(variable => (variable.Id, $"<dt>{Safe(variable.Name)}</dt><dd>{Safe(variable.Value as string ?? JsonSerializer.Serialize(variable.Value))}</dd>"));

    public IEnumerable<(string Item, string Piece)> Roll(Election election) => election.People.Values.Select(person => (
        person.Id,
        $"<tr><th scope=\"row\">{Safe(person.Printed)}</th><td>{Word("kind", person.Kind.ToString(), election)}</td><td>{(person.Kind == PersonKind.Full ? Word("rights", person.Rights.ToString(), election) : "—")}</td><td>{Safe(Attends(person, election))}</td></tr>"));

    public IEnumerable<(string Item, string Piece)> Tasks(Election election) => election.Tasks.Values.Select(task => (
        task.Id,
        $"<li{For(task.Assignees, task.Excluded)}><span class=\"title\">{Safe(T(task.Title))}</span> <span class=\"meta\">{Safe(Listed(task.Assignees.Select(names.Principal)))}"
        + (task.Due is { } due ? T(" · 期限 ", " · due ") + Safe(language.Moment(due)) : "")
        + (task.ClaimedBy is { } by ? T(" · 已签收：", " · claimed by ") + Safe(T(names.Actor(by))) : "") + "</span></li>"));

    public IEnumerable<(string Item, string Piece)> Notices(Election election) => election.Notices.Values.Select(notice => (
        notice.Id,
        $"<li{For(notice.Audience.Select(group => $"unit:{unit}:{group}"), [])} data-notice=\"{Safe(notice.Id)}\"><span class=\"title\">{Safe(notice.Title)}</span> <span class=\"meta\">{notice.On:yyyy-MM-dd} · {Safe(Listed(notice.Audience.Select(ElectionWords.Group)))} · "
        + string.Create(CultureInfo.InvariantCulture, $"{T("已签收", "read by")} {notice.Readers.Count}</span></li>")));

    public IEnumerable<(string Item, string Piece)> Boxes(Election election) => election.Boxes.Values.Select(box => (
        box.Id,
        $"<li><span class=\"title\">{Safe(T(ElectionWords.Purpose(box.Purpose)))} · {Safe(T(ElectionWords.Group(box.Group)))}</span> <span class=\"meta\">"
        + string.Create(CultureInfo.InvariantCulture, $"{T("有权提交", "eligible")} {box.EligibleCount} · ")
        + (box.IsOpen ? T("启用中", "open") : string.Create(CultureInfo.InvariantCulture, $"{T("已封存", "sealed")} · {box.Submitted}<br><code>{box.Root}</code>")) + "</span></li>"));

    /// <summary>Attendance, tellers, the account of the ballots, and where each post stands.</summary>
    public IEnumerable<(string Item, string Piece)> Account(Election election)
    {
        var voting = election.Voting;
        if (voting.Round > 0) yield return ("1", Fact(T("轮次", "Round"), voting.Round.ToString(CultureInfo.InvariantCulture)));
        if (voting.Attendance is { } attendance)
        {
            yield return ("2", Fact(T("应到 / 实到", "Due / present"), $"{attendance.Due} / {attendance.Present.Count}") + Proof(attendance.Quorum.Line, attendance.Quorum.Holds));
        }

        if (voting.Scrutineers.Count > 0)
            yield return ("3", Fact(T("监票人、计票人", "Scrutineers, tellers"), string.Join(T("、", ", "), voting.Scrutineers.Concat(voting.Tellers).Select(election.NameOf))));
        if (voting.Account is { Account: var account, Checks: var checks })
        {
            yield return ("4", Fact(T("发出 / 收回 / 剩余 / 作废", "Issued / returned / unused / spoiled"), $"{account.Issued} / {account.Returned} / {account.Unused} / {account.Spoiled}")
                + string.Concat(checks.Select(check => Proof(check.Line, check.Holds))));
        }

        foreach (var post in voting.Posts)
        {
            yield return ($"5 {post.Post}", Fact(T(election.Post(post.Post).Name), post.Elected.Count == 0 ? "—" : string.Join(T("、", ", "), post.Elected.Select(holder => election.NameOf(holder.Person)))));
        }

        if (voting.Posts.Count > 0)
            yield return ("6", Fact(T("结果", "Result"), voting.Announced ? T("已宣布", "announced") : T("尚未宣布：监督员以外的人此时看不到", "not announced: held from everybody")));
    }

    public string Part(StagePart part, JsonElement value, Election election) =>
        ElectionParts.IsEmpty(value) ? "" : $"<details class=\"part\"><summary>{Safe(T(FieldWords.Of(part.Name)))}</summary>{Payload(value, election)}</details>";

    public string Proof(Text line, bool holds) => $"<li class=\"proof {(holds ? "holds" : "fails")}\">{Safe(T(line))}</li>";

    public string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");

    public string T(Text text) => language.T(text);

    public string T(string zh, string en) => language.T(zh, en);

    private static string Fact(string name, string value) =>
        $"<li><span class=\"meta\">{WebUtility.HtmlEncode(name)}</span> <b>{WebUtility.HtmlEncode(value)}</b></li>";

    private string Attends(Person person, Election election) => election.Voting.Attendance is not { } attendance ? ""
        : attendance.Present.Contains(person.Id) ? T("到会", "present")
        : attendance.Exclusions.Any(left => left.Person == person.Id) ? T("不计入应到", "left out of the number due") : person.MayVote ? T("缺席", "absent") : "";

    private string Word(string field, string value, Election election) => Safe(T(new ValueWords(election, names).Of(field, JsonNamingPolicy.CamelCase.ConvertName(value))));

    private string Listed(IEnumerable<Text> items)
    {
        const int most = 4;
        var all = items.ToList();
        return string.Join(T("、", ", "), all.Take(most).Select(T)) + (all.Count > most ? T($" 等 {all.Count} 人", $" and others, {all.Count} in all") : "");
    }

    private static string For(IEnumerable<string> principals, IEnumerable<string> excluded) => new StringBuilder(" data-for=\"")
        .AppendJoin(' ', principals.Select(WebUtility.HtmlEncode)).Append("\" data-not=\"").AppendJoin(' ', excluded.Select(WebUtility.HtmlEncode)).Append('"').ToString();
}
