using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongtui.Host.Practice;

namespace Gongtui.Host.Papers;

/// <summary>Papers as one Word document, each on its own page, by a template.</summary>
public static class PaperDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Fills a template that <see cref="PaperTemplate.Check(byte[])"/> accepts.</summary>
    public static byte[] Write(byte[] template, IReadOnlyList<Paper> papers, PaperSource source, PracticeMark? mark = null)
    {
        using var stream = new MemoryStream();
        stream.Write(template);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var body = document.MainDocumentPart!.Document!.Body!;
            var pattern = body.Elements().Where(element => element is not SectionProperties).ToList();
            var section = body.Elements<SectionProperties>().FirstOrDefault();
            body.RemoveAllChildren();
            foreach (var (index, paper) in papers.Index())
            {
                if (index > 0) body.AppendChild(new Paragraph(new Run(new Break { Type = BreakValues.Page })));
                foreach (var element in pattern) body.AppendChild(element.CloneNode(deep: true));
                foreach (var paragraph in body.Descendants<Paragraph>().ToList()) Fill(paragraph, paper, source);
            }

            if (section is not null) body.AppendChild(section);
            if (mark?.On == true) Watermark(document.MainDocumentPart, body);
            foreach (var paragraph in PaperTemplate.Paragraphs(document).ToList()) Fill(paragraph, papers[0], source);
            document.MainDocumentPart.Document.Save();
        }

        return stream.ToArray();
    }

    /// <summary>Says above every page and at the beginning of every paper that nothing of it is real.</summary>
    private static void Watermark(MainDocumentPart main, Body body)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(Warning("44"));
        var id = main.GetIdOfPart(header);
        if (!body.Descendants<SectionProperties>().Any()) body.AppendChild(new SectionProperties());
        foreach (var section in body.Descendants<SectionProperties>().ToList())
        {
            section.RemoveAllChildren<HeaderReference>();
            section.RemoveAllChildren<TitlePage>();
            section.PrependChild(new HeaderReference { Type = HeaderFooterValues.Default, Id = id });
        }

        body.PrependChild(Warning("56"));
    }

    private static Paragraph Warning(string size) => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new Run(
            new RunProperties(new Bold(), new DocumentFormat.OpenXml.Wordprocessing.Color { Val = "B03080" }, new FontSize { Val = size }),
            new DocumentFormat.OpenXml.Wordprocessing.Text($"{PracticeMark.Zh} {PracticeMark.En}")));

    private static void Fill(Paragraph paragraph, Paper paper, PaperSource source)
    {
        var places = PaperTemplate.Of(paragraph);
        if (places.Count == 0) return;
        if (places.Contains(PaperTemplate.Body)) Replace(paragraph, paper.Parts.SelectMany(part => Part(paragraph, part)));
        else if (places.Contains(PaperTemplate.Signatures)) Replace(paragraph, paper.Signatures.Count == 0 ? [] : Signing(paragraph, paper));
        else Say(paragraph, PaperTemplate.Place().Replace(paragraph.InnerText, match => Value(match.Groups[1].Value.Trim(), paper, source)));
    }

    private static string Value(string place, Paper paper, PaperSource source) => place switch
    {
        "标题" => paper.Title,
        "单位" => source.Unit,
        "选举" => source.Election.Title,
        "日期" => source.Day(source.Today),
        "记录数" => $"{source.Entries}",
        PaperTemplate.Head => source.Head,
        _ => "",
    };

    private static void Replace(Paragraph paragraph, IEnumerable<OpenXmlElement> by)
    {
        foreach (var element in by) paragraph.InsertBeforeSelf(element);
        paragraph.Remove();
    }

    private static IEnumerable<OpenXmlElement> Part(Paragraph like, PaperPart part)
    {
        if (part is PaperText { Text: var text })
        {
            yield return Like(like, text);
            yield break;
        }

        var table = (PaperTable)part;
        if (table.Caption is { } caption) yield return Like(like, caption);
        yield return Grid([table.Heading, .. table.Rows], heading: true);
        yield return new Paragraph();
    }

    private static IEnumerable<OpenXmlElement> Signing(Paragraph like, Paper paper)
    {
        foreach (var signature in paper.Signatures) yield return Like(like, $"{signature}：＿＿＿＿＿＿＿＿＿＿");
    }

    /// <summary>A paragraph that looks as the placeholder's does.</summary>
    private static Paragraph Like(Paragraph like, string text)
    {
        var copy = (Paragraph)like.CloneNode(deep: true);
        Say(copy, text);
        return copy;
    }

    /// <summary>Puts a text into the first run and empties the others: word processors cut words into runs as they like.</summary>
    private static void Say(Paragraph paragraph, string text)
    {
        var runs = paragraph.Descendants<Run>().ToList();
        if (runs.Count == 0) paragraph.AppendChild(runs.AddAnd(new Run()));
        foreach (var run in runs) run.RemoveAllChildren<DocumentFormat.OpenXml.Wordprocessing.Text>();
        runs[0].AppendChild(new DocumentFormat.OpenXml.Wordprocessing.Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Run AddAnd(this List<Run> runs, Run run)
    {
        runs.Add(run);
        return run;
    }

    private static Table Grid(IReadOnlyList<IReadOnlyList<string>> rows, bool heading)
    {
        var table = new Table(new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })));
        table.AppendChild(new TableGrid(rows[0].Select(_ => new GridColumn())));
        foreach (var (index, row) in rows.Index())
        {
            var line = new TableRow(row.Select(cell => new TableCell(new Paragraph(new Run(
                new RunProperties(heading && index == 0 ? [new Bold()] : Array.Empty<OpenXmlElement>()),
                new DocumentFormat.OpenXml.Wordprocessing.Text(Clean(cell)) { Space = SpaceProcessingModeValues.Preserve })))));
            // A row that begins a page again repeats the heading, and none is cut in two.
            line.PrependChild(heading && index == 0 ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
            table.AppendChild(line);
        }

        return table;
    }

    /// <summary>XML holds no control characters; a report that somebody typed may.</summary>
    private static string Clean(string text) => string.Concat(text.Where(letter => !char.IsControl(letter) || letter is '\t'));
}
