using Gongtui.Activities;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Rolls;

/// <summary>What a file would make of a unit's roll. Nothing of it is stored until somebody adopts it.</summary>
/// <param name="Encoding">How the file was encoded.</param>
/// <param name="Columns">Columns that the file has; what it does not have stays as it is.</param>
/// <param name="Added">People whom the directory does not know.</param>
/// <param name="Changed">People of the unit, with the line that says something else of them.</param>
/// <param name="Same">How many stay as they are.</param>
/// <param name="Absent">On the roll today and not in the file.</param>
/// <param name="Faults">Lines that cannot be taken; while there are any, nothing is adopted.</param>
public sealed record RollProposal(
    string File, string Encoding, IReadOnlySet<RollColumn> Columns, IReadOnlyList<string> Ignored,
    IReadOnlyList<RollPerson> Added, IReadOnlyList<RollChange> Changed, int Same, IReadOnlyList<RollAbsence> Absent, IReadOnlyList<RollFault> Faults)
{
    /// <summary>Lines with a name.</summary>
    public int People => Added.Count + Changed.Count + Same;
}

/// <summary>A person of the unit and the line of the file about them.</summary>
public sealed record RollChange(string Person, RollPerson Line, IReadOnlyList<Text> Differences);

/// <summary>Somebody on the roll whom the file does not name.</summary>
/// <param name="HoldsRoles">An administrator has to take the roles back before the person can leave the roll.</param>
public sealed record RollAbsence(string Person, string Printed, bool HoldsRoles);

/// <summary>Holds what a file says against what the directory has.</summary>
public static class RollComparison
{
    /// <param name="known">Everybody of the unit, closed accounts included.</param>
    /// <param name="elsewhere">Ids of the file that belong to people of other units.</param>
    /// <param name="withRoles">Ids of people who hold a role.</param>
    public static RollProposal Compare(
        string file, RollText text, RollTable table, IReadOnlyList<RollPerson> people, IReadOnlyList<RollFault> faults,
        IReadOnlyList<PersonRow> known, IReadOnlySet<string> elsewhere, IReadOnlySet<string> withRoles)
    {
        var byId = known.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var byName = known.GroupBy(row => row.Printed, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.OrderByDescending(row => row.Active).First(), StringComparer.Ordinal);
        var (added, changed, more) = (new List<RollPerson>(), new List<RollChange>(), faults.ToList());
        var named = new HashSet<string>(StringComparer.Ordinal);
        var same = 0;
        foreach (var person in people)
        {
            if (person.Id is { } id && elsewhere.Contains(id))
            {
                more.Add(new(person.Line, new("这个编号属于别的单位的人。", "The id belongs to somebody of another unit."), new("改用本单位的编号，或留空由系统编号；人员调动请管理员办理。", "Use another id or none; moving people is the administrator's task."), id));
                continue;
            }

            var row = person.Id is { } given ? byId.GetValueOrDefault(given) : byName.GetValueOrDefault(person.Printed);
            if (row is null)
            {
                added.Add(person);
                continue;
            }

            if (!named.Add(row.Id))
                more.Add(new(person.Line, new("与文件中另一行指的是同一个人。", "Another line of the file means the same person."), new("同一人只留一行。", "Keep one line for one person."), person.Printed));
            if (Differences(row, person, table.Columns) is { Count: > 0 } differences) changed.Add(new(row.Id, person, differences));
            else same++;
        }

        var absent = known.Where(row => row.Active && !named.Contains(row.Id)).Select(row => new RollAbsence(row.Id, row.Printed, withRoles.Contains(row.Id))).ToList();
        var staying = absent.ToLookup(row => row.Printed, StringComparer.Ordinal);
        more.AddRange(added.Where(person => staying.Contains(person.Printed)).Select(person => new RollFault(
            person.Line, new("名册上已有同名的人，编号不同。", "The roll has somebody of this name with another id."),
            new("同一人的请照名册写编号（先导出名册），不同的人在“区别标注”栏加注。", "The same person: use the id of the export. Another person: write a mark."), person.Printed)));
        return new(file, text.Encoding, table.Columns, table.Ignored, added, changed, same, absent, [.. more.OrderBy(fault => fault.Line)]);
    }

    private static List<Text> Differences(PersonRow row, RollPerson line, IReadOnlySet<RollColumn> columns)
    {
        var found = new List<Text>();
        if (!row.Active) found.Add(new("重新列入名册", "back on the roll"));
        if (row.Name != line.Name) found.Add(new($"姓名：{row.Name} → {line.Name}", $"name: {row.Name} → {line.Name}"));
        Differ(RollColumn.Mark, row.Mark, line.Mark);
        if (row.Standing != line.Standing) found.Add(new($"类别：{RollWords.Of(row.Standing)} → {RollWords.Of(line.Standing)}", $"standing: {row.Standing} → {line.Standing}"));
        if (columns.Contains(RollColumn.Rights) && row.Rights != line.Rights) found.Add(new($"党员权利：{RollWords.Of(row.Rights)} → {RollWords.Of(line.Rights)}", $"rights: {row.Rights} → {line.Rights}"));
        // A birth date is nobody's business in a preview: that it changes is enough.
        if (columns.Contains(RollColumn.Born) && row.Born != line.Born) found.Add(new("出生日期有变", "another birth date"));
        if (columns.Contains(RollColumn.Strokes) && row.Strokes != line.Strokes) found.Add(new($"姓氏笔画：{row.Strokes} → {line.Strokes}", $"strokes: {row.Strokes} → {line.Strokes}"));
        Differ(RollColumn.Post, row.Post, line.Post);
        if (columns.Contains(RollColumn.ExcludedFor))
        {
            Differ(RollColumn.ExcludedFor, row.ExcludedFor is { } had ? RollWords.Of(had) : null, line.ExcludedFor is { } has ? RollWords.Of(has) : null);
            Differ(RollColumn.Evidence, row.ExcludedEvidence, line.Evidence);
        }

        return found;

        void Differ(RollColumn column, string? had, string? has)
        {
            if (!columns.Contains(column) || had == has) return;
            var name = RollColumns.Heading(column);
            found.Add(new($"{name.Zh}：{had ?? "无"} → {has ?? "无"}", $"{name.En}: {had ?? "none"} → {has ?? "none"}"));
        }
    }
}
