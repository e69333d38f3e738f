using System.Text;
using CsvHelper;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Rolls;

/// <summary>A line of the file that cannot be taken as it is.</summary>
/// <param name="Line">As an editor counts them, the heading being line 1.</param>
/// <param name="NextStep">What the person who made the file has to do.</param>
public sealed record RollFault(long Line, Text Reason, Text NextStep, string? Found = null);

/// <summary>One line with its cells by column, trimmed; a cell that is not there is empty.</summary>
public sealed record RollRow(long Line, IReadOnlyDictionary<RollColumn, string> Cells)
{
    public string this[RollColumn column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>The file as rows and columns.</summary>
/// <param name="Columns">The columns that it has.</param>
/// <param name="Ignored">Headings that mean nothing here; their cells are forgotten.</param>
/// <param name="Faults">Lines whose quotes or number of cells do not fit.</param>
public sealed record RollTable(
    IReadOnlySet<RollColumn> Columns, IReadOnlyList<string> Ignored, IReadOnlyList<RollRow> Rows, IReadOnlyList<RollFault> Faults)
{
    /// <summary>People in one file; the largest electorate that is counted here.</summary>
    public const int MostRows = 100_000;

    private static readonly char[] Separators = [',', '\t', ';', '，', '；'];

    /// <summary>Reads a text whose first line that is not empty is the heading.</summary>
    public static Result<RollTable> Read(string text)
    {
        var faults = new List<RollFault>();
        var separator = SeparatorOf(text);
        var (plain, bytes) = Plain(text, separator);
        var lines = new LineIndex(bytes);
        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            Separator = plain,
            HasHeader = false,
            SkipEmptyLines = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = bad => faults.Add(Malformed(lines.Of(bad.ByteOffset))),
        });
        if (!csv.Read()) return Refused(new("文件里没有内容。", "There is nothing in the file."));
        var headings = Cells(csv);
        var columns = headings.Select(RollColumns.Of).ToArray();
        if (Check(headings, columns) is { } refusal) return refusal;

        var rows = new List<RollRow>();
        while (csv.Read())
        {
            var cells = Cells(csv);
            if (cells.All(cell => cell.Length == 0)) continue;
            if (rows.Count == MostRows) return TooMany();
            if (cells.Skip(headings.Length).Any(cell => cell.Length > 0))
                faults.Add(new(lines.Of(csv.ByteOffset), new($"有 {cells.Length} 格，表头只有 {headings.Length} 列。", $"{cells.Length} cells under {headings.Length} headings."), new("格内有分隔符的，用英文双引号括起来。", "Put cells that hold the separator into double quotes.")));
            rows.Add(new(lines.Of(csv.ByteOffset), columns.Zip(cells).Where(pair => pair.First is not null && pair.Second.Length > 0).ToDictionary(pair => pair.First!.Value, pair => pair.Second)));
        }

        if (rows.Count == 0) return Refused(new("文件只有表头，没有人员。", "There is a heading, and nobody below it."));
        return new RollTable(
            columns.OfType<RollColumn>().ToHashSet(), [.. headings.Where((heading, index) => columns[index] is null && heading.Length > 0)], rows, faults);
    }

    /// <summary>The separator of the heading: what stands in it most often.</summary>
    private static char SeparatorOf(string text)
    {
        var heading = text.AsSpan().TrimStart();
        var end = heading.IndexOfAny('\r', '\n');
        if (end >= 0) heading = heading[..end];
        var (most, best) = (0, ',');
        foreach (var separator in Separators)
        {
            if (heading.Count(separator) is var count && count > most) (most, best) = (count, separator);
        }

        return best;
    }

    /// <summary>The library separates by ASCII only: what was typed with Chinese punctuation is brought to it.</summary>
    private static (char Separator, byte[] Bytes) Plain(string text, char separator) => separator switch
    {
        '，' => (',', Encoding.UTF8.GetBytes(text.Replace('，', ','))),
        '；' => (';', Encoding.UTF8.GetBytes(text.Replace('；', ';'))),
        _ => (separator, Encoding.UTF8.GetBytes(text)),
    };

    /// <summary>Cells as people mean them: without spaces around, and without the apostrophe that keeps a spreadsheet from calculating.</summary>
    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = csv.GetString(index).Trim();
            cells[index] = cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;
        }

        return cells;
    }

    private static Refusal? Check(string[] headings, RollColumn?[] columns)
    {
        if (RollColumns.Needed.FirstOrDefault(needed => !columns.Contains(needed), (RollColumn)(-1)) is >= 0 and var missing)
        {
            var name = RollColumns.Heading(missing);
            return Refused(new($"表头缺少“{name.Zh}”一列。", $"The heading has no column “{name.En}”.")) with
            {
                Expected = string.Join("、", RollColumns.All.Select(column => RollColumns.Heading(column).Zh)),
                Found = string.Join("、", headings).Length is > 200 ? string.Join("、", headings)[..200] : string.Join("、", headings),
                NextStep = new("第一行须是表头；请照模板改好后重新上传。", "The first line must be the heading: follow the template and upload again."),
            };
        }

        var twice = columns.OfType<RollColumn>().GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : Refused(new($"“{RollColumns.Heading(twice.Key).Zh}”有两列。", $"There are two columns “{RollColumns.Heading(twice.Key).En}”."));
    }

    private static Refusal TooMany() => Refused(new($"一份名册最多 {MostRows} 人。", $"A roll holds {MostRows} people at most.")) with
    {
        Expected = $"≤ {MostRows}",
        NextStep = new("请按党组织分册上传。", "Upload one file for each organisation."),
    };

    private static Refusal Refused(Text message) => Refusals.Invalid(message) with
    {
        NextStep = new("请改好后重新上传；可以先下载模板。", "Correct it and upload it again; a template can be downloaded."),
        Field = "file",
    };

    private static RollFault Malformed(long line) => new(
        line, new("双引号不成对，或引号后还有文字。", "A double quote is not closed, or text follows it."),
        new("把该行的双引号改成一对，或去掉。", "Close the quote on this line or take it off."));
}
