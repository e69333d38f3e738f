using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Text = Gongtui.Activities.Text;

namespace Gongtui.Host.Papers;

/// <summary>A piece of a template as a page can show it.</summary>
/// <param name="Style">Classes: where it stands, how large and how heavy.</param>
/// <param name="Text">The paragraph with its placeholders filled by samples; null for a table.</param>
/// <param name="Rows">Cells of a table; null for a paragraph.</param>
public sealed record SketchPiece(string Style, string? Text, IReadOnlyList<IReadOnlyList<string>>? Rows);

/// <summary>What a template makes of a form, near enough to judge it before it is adopted: its paragraphs and tables in order, with head and
/// foot, aligned, large or bold as the file says. Fonts, margins and pictures are the word processor's business.</summary>
public static class TemplateSketch
{
    private const int UsualHalfPoints = 24;
    private const int LargeHalfPoints = 32;
    private const int SmallHalfPoints = 19;

    /// <param name="template">A file that <see cref="PaperTemplate.Check(byte[])"/> accepts.</param>
    /// <param name="sample">What stands for a placeholder.</param>
    public static IReadOnlyList<SketchPiece> Of(byte[] template, Func<string, string> sample)
    {
        using var stream = new MemoryStream(template);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var main = document.MainDocumentPart!;
        return
        [
            .. main.HeaderParts.SelectMany(part => Pieces(part.Header, "head", sample)),
            .. Pieces(main.Document!.Body!, "", sample),
            .. main.FooterParts.SelectMany(part => Pieces(part.Footer, "foot", sample)),
        ];
    }

    private static IEnumerable<SketchPiece> Pieces(OpenXmlElement? parent, string place, Func<string, string> sample)
    {
        foreach (var element in parent?.Elements() ?? [])
        {
            if (element is Table table)
            {
                yield return new(place, null, [.. table.Elements<TableRow>().Select(row => (IReadOnlyList<string>)[.. row.Elements<TableCell>().Select(cell => Filled(cell.InnerText, sample))])]);
            }
            else if (element is Paragraph paragraph)
            {
                yield return new($"{place} {Style(paragraph)}".Trim(), Filled(paragraph.InnerText, sample), null);
            }
        }
    }

    private static string Filled(string text, Func<string, string> sample) => PaperTemplate.Place().Replace(text, match => sample(match.Groups[1].Value.Trim()));

    private static string Style(Paragraph paragraph)
    {
        var justification = paragraph.ParagraphProperties?.Justification?.Val?.InnerText;
        var run = paragraph.Descendants<RunProperties>().FirstOrDefault();
        var size = int.TryParse(run?.FontSize?.Val?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var halfPoints) ? halfPoints : UsualHalfPoints;
        return string.Join(' ', new[]
        {
            justification == "center" ? "centre" : justification is "right" or "end" ? "right" : null,
            size >= LargeHalfPoints ? "large" : size <= SmallHalfPoints ? "fine" : null,
            run?.Bold is { } bold && bold.Val?.Value != false ? "strong" : null,
        }.OfType<string>());
    }
}

/// <summary>Sample words for the placeholders of a preview.</summary>
public static class TemplateSamples
{
    public static Text Of(string place) => place switch
    {
        "标题" => new("选举结果报告单", "Report of the result"),
        "单位" => new("某某局机关第一党支部", "First branch of an office"),
        "选举" => new("2026年换届选举", "Election of 2026"),
        "日期" => new("2026年3月2日", "2 March 2026"),
        "记录数" => new("186", "186"),
        PaperTemplate.Head => new("9f2c…（末条校验值，64 位）", "9f2c… (head hash, 64 digits)"),
        PaperTemplate.Body => new("〔正文和表格在这里：应到、实到、发出、收回、有效、无效，各人得票〕", "[Body and tables stand here]"),
        PaperTemplate.Signatures => new("监票人：＿＿＿＿　计票人：＿＿＿＿　日期：＿＿＿＿", "Scrutineer: ____  Teller: ____  Date: ____"),
        _ => new("", ""),
    };
}
