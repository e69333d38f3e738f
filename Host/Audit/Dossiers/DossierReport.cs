using System.Globalization;
using System.Net;
using System.Text;
using Gongtui.Engine.Journal;
using Gongtui.Engine.State;
using Gongtui.Host.Elections;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Overriding;
using Gongtui.Host.Reports;

namespace Gongtui.Host.Audit.Dossiers;

/// <summary>The election's story as one page for reading and printing: what happened when and by whom, and how each count was decided.</summary>
internal static class DossierReport
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static byte[] Of(ElectionRow row, InstanceState state, IReadOnlyList<Entry> entries, string head, IReadOnlyList<KnownOverride> overrides)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>").Append(Safe(row.TitleZh)).Append("</title>")
            .Append("<style>body{font:16px/1.6 serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}code{word-break:break-all}</style>")
            .Append("<h1>").Append(Safe(row.TitleZh)).Append("</h1><p>").Append(Safe(state.InstanceId)).Append(" · ")
            .Append(entries.Count).Append(" 条记录 entries<br>末条校验值 head hash <code>").Append(head).Append("</code></p>");
        foreach (var one in overrides.Select(known => known.State))
        {
            page.Append("<p><strong>本程序版本经上级特批发布 Published by the superior's override</strong>：").Append(Safe($"{one.Asked.Name} {one.Asked.Version} · {OverrideWords.Answer(one)?.Zh} · {one.Asked.Reason}")).Append("</p><ul>");
            foreach (var finding in one.Asked.Findings) page.Append("<li>").Append(Safe($"{finding.Message.Zh} {finding.Message.En} {finding.Article?.Zh}".Trim()));
            page.Append("</ul>");
        }

        Counts(page, state, entries);
        page.Append("<h2>经过 What happened</h2><table><tr><th>#<th>时间 When<th>办理人 By<th>记录 Entry</tr>");
        CommandEntry? command = null;
        foreach (var entry in entries)
        {
            command = entry as CommandEntry ?? command;
            var words = EntryWords.Of(entry, state.Graph);
            if (words.Technical) continue;
            page.Append("<tr><td>").Append(entry.Sequence).Append("<td>").Append(command!.At.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Append("<td>")
                .Append(Safe(command.By is { } by ? state.Election().NameOf(by) : "")).Append("<td>").Append(Safe($"{words.What} {words.About}".Trim())).Append("</tr>");
        }

        return Encoding.UTF8.GetBytes(page.Append("</table></html>").ToString());
    }

    private static void Counts(StringBuilder page, InstanceState state, IReadOnlyList<Entry> entries)
    {
        var (election, results) = (state.Election(), new ResultFold());
        foreach (var entry in entries) results.Apply(entry);
        foreach (var (round, contest) in results.Rounds.SelectMany(round => (round.Count?.Contests ?? []).Select(contest => (round, contest))))
        {
            page.Append("<h2>").Append(Safe(election.Post(contest.Post).Name.Zh)).Append(" · 第 ").Append(round.Round).Append(" 轮 round</h2><table>");
            foreach (var person in contest.People)
                page.Append("<tr><td>").Append(Safe(election.NameOf(person.Person))).Append("<td>").Append(Safe(person.Proof.Line.Zh)).Append("</tr>");
            page.Append("</table>");
        }
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
