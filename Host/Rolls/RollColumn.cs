using System.Text;
using Gongtui.Activities;

namespace Gongtui.Host.Rolls;

/// <summary>A column that the product understands. Others are left alone and named in the preview.</summary>
public enum RollColumn
{
    Id,
    Name,
    Mark,
    Standing,
    Rights,
    Born,
    Strokes,
    Post,
    Unit,
    ExcludedFor,
    Evidence,
}

/// <summary>What the columns are called in the files of offices.</summary>
public static class RollColumns
{
    private static readonly Dictionary<RollColumn, string[]> Names = new()
    {
        [RollColumn.Id] = ["编号", "id", "人员编号", "工号", "党员编号", "no", "number"],
        [RollColumn.Name] = ["姓名", "name", "党员姓名", "fullname"],
        [RollColumn.Mark] = ["区别标注", "mark", "标注", "同名区别", "distinguishingmark"],
        [RollColumn.Standing] = ["类别", "standing", "人员类别", "党员类别", "category"],
        [RollColumn.Rights] = ["党员权利", "rights", "权利", "权利状况"],
        [RollColumn.Born] = ["出生日期", "born", "生日", "出生年月日", "出生年月", "birthdate", "dateofbirth", "birthday"],
        [RollColumn.Strokes] = ["姓氏笔画", "strokes", "笔画", "姓氏笔画数", "surnamestrokes"],
        [RollColumn.Post] = ["职务", "post", "职务职级", "岗位", "position", "title"],
        [RollColumn.Unit] = ["单位", "unit", "所在单位", "党组织", "所在党组织", "organisation", "organization"],
        [RollColumn.ExcludedFor] = ["不计入应到理由", "exclusion", "不计入理由", "不计入情形", "exclusionreason", "reason"],
        [RollColumn.Evidence] = ["上级同意依据", "consent", "上级同意文号", "依据", "evidence"],
    };

    private static readonly Dictionary<string, RollColumn> ByName =
        Names.SelectMany(pair => pair.Value.Select(name => (name, pair.Key))).ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>In the order of the template.</summary>
    public static IReadOnlyList<RollColumn> All { get; } = Enum.GetValues<RollColumn>();

    /// <summary>A file without one of these is no roll.</summary>
    public static IReadOnlyList<RollColumn> Needed { get; } = [RollColumn.Name, RollColumn.Standing];

    /// <summary>The heading in the template and the export.</summary>
    public static Text Heading(RollColumn column) => new(Names[column][0], Names[column][1]);

    /// <summary>The column that a heading means, whatever its spaces, case, width and brackets; null when it is none of ours.</summary>
    public static RollColumn? Of(string heading)
    {
        var plain = heading.Normalize(NormalizationForm.FormKC);
        var end = plain.IndexOf('(', StringComparison.Ordinal);
        var bare = string.Concat((end > 0 ? plain[..end] : plain).Where(letter => char.IsLetterOrDigit(letter))).ToLowerInvariant();
        return ByName.TryGetValue(bare, out var column) ? column : null;
    }
}
