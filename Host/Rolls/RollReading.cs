using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Host.Persistence;
using Standing = Gongtui.Host.Persistence.Standing;

namespace Gongtui.Host.Rolls;

/// <summary>Takes the lines of a roll at their word, or says what is wrong with each.</summary>
/// <param name="unit">Whose roll it is.</param>
/// <param name="today">No birthday lies after it.</param>
public sealed class RollReading(UnitRow unit, DateOnly today)
{
    private const int Adult = 18;
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private readonly List<RollFault> faults = [];

    /// <summary>People in the order of the file; somebody with a fault is among the faults instead.</summary>
    public (IReadOnlyList<RollPerson> People, IReadOnlyList<RollFault> Faults) Read(RollTable table)
    {
        faults.AddRange(table.Faults);
        var people = table.Rows.Select(Read).OfType<RollPerson>().ToList();
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var names = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (person.Id is { } id && !ids.TryAdd(id, person.Line))
                Fault(person.Line, new($"编号与第 {ids[id]} 行重复。", $"The id is that of line {ids[id]}."), new("核对是否同一个人；同一人只留一行，不同的人改编号。", "One person: keep one line. Two people: change an id."), id);
            if (names.TryAdd(person.Printed, person.Line)) continue;
            Fault(person.Line, new($"与第 {names[person.Printed]} 行同名，选票上分不清。", $"The name of line {names[person.Printed]}: a ballot could not tell them apart."),
                new("同一人重复的删去一行；不同的人在“区别标注”栏各写一样，如性别、部门。", "One person twice: delete a line. Two people: write a mark for each, such as the department."), person.Printed);
        }

        foreach (var namesakes in people.GroupBy(person => person.Name, StringComparer.Ordinal).Where(group => group.Any(person => person.Mark is not null)))
        {
            foreach (var bare in namesakes.Where(person => person.Mark is null && names[person.Printed] == person.Line).Take(1).Where(_ => namesakes.Skip(1).Any()))
                Fault(bare.Line, new("有同名的人加了标注，这一行没有，选票上分不清。", "Somebody of this name carries a mark and this line has none: a ballot could not tell them apart."),
                    new("同名的每一行都在“区别标注”栏各写一样。", "Write a mark of its own in every line of this name."), bare.Printed);
        }

        return (people, [.. faults.OrderBy(fault => fault.Line)]);
    }

    private RollPerson? Read(RollRow row)
    {
        var before = faults.Count;
        var name = RollWords.Name(row[RollColumn.Name]);
        if (name.Length == 0) Fault(row.Line, new("没有姓名。", "No name."), new("补上姓名，或删去这一行。", "Write the name or delete the line."));
        TooLong(row, RollColumn.Name, 64);
        TooLong(row, RollColumn.Mark, 32);
        TooLong(row, RollColumn.Post, 64);
        TooLong(row, RollColumn.Evidence, 500);
        var id = Id(row);
        var standing = StandingOf(row);
        var rights = RightsOf(row, standing);
        var born = BornOf(row, standing);
        var ground = GroundOf(row, standing);
        var strokes = StrokesOf(row);
        CheckUnit(row);
        return faults.Count > before ? null : new(
            row.Line, id, name, OrNull(row[RollColumn.Mark]), standing!.Value, rights!.Value, born, strokes, OrNull(row[RollColumn.Post]),
            ground, ground is null ? null : OrNull(row[RollColumn.Evidence]));
    }

    private string? Id(RollRow row)
    {
        var id = row[RollColumn.Id];
        if (id.Length > 64 || id.Any(letter => !(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')))
            Fault(row.Line, new("编号只能用字母、数字和 - _ .，最多 64 个。", "An id consists of letters, digits and - _ . , at most 64."), new("改正编号，或留空由系统编号。", "Correct it, or leave it empty to get one."), id);
        return OrNull(id);
    }

    private Standing? StandingOf(RollRow row)
    {
        var text = row[RollColumn.Standing];
        var standing = RollWords.Standing(text);
        if (standing is null)
        {
            Fault(row.Line, text.Length == 0 ? new("没有类别。", "No standing.") : new("类别不认识。", "Unknown standing."),
                new("写“正式党员”“预备党员”或“群众”。", "Write Full member, Probationary member or Masses."), text);
        }

        return standing;
    }

    private Rights? RightsOf(RollRow row, Standing? standing)
    {
        var text = row[RollColumn.Rights];
        var rights = RollWords.Rights(text);
        if (rights is null)
            Fault(row.Line, new("党员权利不认识。", "Unknown rights."), new("写“享有”“留党察看”或“中止”；没有限制的可留空。", "Write Held, Under probation or Suspended; empty means held."), text);
        else if (rights != Rights.Held && standing is { } known and not Standing.Full)
            Fault(row.Line, new($"{RollWords.Of(known)}没有党员权利可以限制。", "Only full members have rights to restrict."), new("核对类别，或把这一格留空。", "Check the standing or leave the cell empty."), text);
        return rights;
    }

    private DateOnly? BornOf(RollRow row, Standing? standing)
    {
        var text = row[RollColumn.Born];
        if (text.Length == 0) return null;
        var day = RollWords.Day(text);
        if (day is null)
            Fault(row.Line, new("出生日期不是日历上的一天。", "The birth date is no day of the calendar."), new("写成 1985-03-02；只知道年月的请查档案补上日，或留空。", "Write 1985-03-02; look the day up or leave the cell empty."), text);
        else if (day < Earliest || day > today)
            Fault(row.Line, new($"出生日期须在 {Earliest:yyyy-MM-dd} 与今天之间。", $"The birth date must lie between {Earliest:yyyy-MM-dd} and today."), new("核对年份。", "Check the year."), text);
        else if (standing is Standing.Full or Standing.Probationary && Statistics.Age(day.Value, today) < Adult)
            Fault(row.Line, new($"党员须年满 {Adult} 岁，按此出生日期不满。", $"Members are {Adult} or older; this date makes less."), new("核对出生日期和类别。", "Check the date and the standing."), text);
        return day;
    }

    private ExclusionGround? GroundOf(RollRow row, Standing? standing)
    {
        var text = row[RollColumn.ExcludedFor];
        if (text.Length == 0)
        {
            if (row[RollColumn.Evidence].Length > 0)
                Fault(row.Line, new("有上级同意依据，没有不计入应到理由。", "A consent without the reason it is for."), new("补上理由，或删去依据。", "Write the reason or delete the consent."));
            return null;
        }

        var ground = RollWords.Ground(text);
        if (ground is null)
        {
            Fault(row.Line, new("不计入应到理由不在六种情形之内。", "The reason is none of the six cases."),
                new($"写其中一种：{string.Join('；', Enum.GetValues<ExclusionGround>().Select(known => RollWords.Of(known)))}。", "Write one of the six: cannot express a will, abroad, serving a sentence, bedridden, away, retired and moved."), text);
        }
        else if (standing is { } known and not Standing.Full)
        {
            Fault(row.Line, new($"{RollWords.Of(known)}本来就不计入应到。", "Only full members are due at all."), new("把这一格留空。", "Leave the cell empty."), text);
        }

        return ground;
    }

    private int StrokesOf(RollRow row)
    {
        var text = row[RollColumn.Strokes];
        if (text.Length == 0) return 0;
        if (int.TryParse(text, out var strokes) && strokes is >= 1 and <= 64) return strokes;
        Fault(row.Line, new("姓氏笔画须是 1 至 64 的整数。", "Strokes are a whole number from 1 to 64."), new("写姓氏的笔画数，不知道的留空。", "Count the strokes of the surname or leave it empty."), text);
        return 0;
    }

    private void CheckUnit(RollRow row)
    {
        var text = row[RollColumn.Unit];
        if (text.Length == 0 || text == unit.Id || text == unit.NameZh || string.Equals(text, unit.NameEn, StringComparison.OrdinalIgnoreCase)) return;
        Fault(row.Line, new($"单位不是“{unit.NameZh}”。", $"The unit is not “{unit.NameEn}”."), new("一份名册只收一个单位：删去这一行，或改正单位名称；别的单位另行上传。", "One file, one unit: delete the line or correct the name."), text);
    }

    private void TooLong(RollRow row, RollColumn column, int most)
    {
        if (row[column].Length is var length && length <= most) return;
        var name = RollColumns.Heading(column);
        Fault(row.Line, new($"{name.Zh}有 {length} 个字，最多 {most} 个。", $"{name.En}: {length} characters, at most {most}."), new("缩短后重新上传。", "Shorten it."), row[column][..20] + "…");
    }

    private void Fault(long line, Text reason, Text nextStep, string? found = null) => faults.Add(new(line, reason, nextStep, found));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
