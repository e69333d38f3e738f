using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongtui.Host.Practice;

namespace Gongtui.Host.Papers;

/// <summary>Tables as one workbook, a sheet for each paper; whole numbers are numbers, all else is text.</summary>
public static class PaperXlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestName = 31;

    /// <param name="foot">Last line of each sheet: where the figures come from.</param>
    public static byte[] Write(IReadOnlyList<Paper> papers, string foot, PracticeMark? mark = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var sheets = book.Workbook.AppendChild(new Sheets());
            foreach (var (index, paper) in papers.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(Lines(paper, foot, mark).Select(line => new Row(line.Select(Cell)))));
                sheets.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)index + 1, Name = Name(mark?.On == true ? $"演练 {paper.Title}" : paper.Title, index) });
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<IEnumerable<string>> Lines(Paper paper, string foot, PracticeMark? mark)
    {
        if (mark?.On == true) yield return [$"{PracticeMark.Zh} {PracticeMark.En}"];
        yield return [paper.Title];
        yield return [paper.About];
        foreach (var part in paper.Parts)
        {
            if (part is PaperText { Text: var text })
            {
                yield return [text];
                continue;
            }

            var table = (PaperTable)part;
            if (table.Caption is { } caption) yield return [caption];
            yield return table.Heading;
            foreach (var row in table.Rows) yield return row;
            yield return [];
        }

        foreach (var signature in paper.Signatures) yield return [signature, ""];
        yield return [foot];
    }

    private static Cell Cell(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? new Cell { CellValue = new CellValue(number), DataType = CellValues.Number }
        : new Cell { InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(string.Concat(text.Where(letter => !char.IsControl(letter)))) { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString };

    /// <summary>A name that spreadsheets take: short, without their own signs, and no other sheet's.</summary>
    private static string Name(string title, int index)
    {
        var plain = $"{index + 1} " + string.Concat(title.Where(letter => letter is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\')));
        return plain.Length > LongestName ? plain[..LongestName] : plain;
    }
}
