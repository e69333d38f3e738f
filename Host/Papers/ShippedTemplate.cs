using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongtui.Host.Papers;

/// <summary>The template that the product comes with: plain, black on white, in fonts that every office has.</summary>
public static class ShippedTemplate
{
    private static readonly Lazy<byte[]> Made = new(Make);

    public static byte[] Bytes => Made.Value;

    private static byte[] Make()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(
                Line("{{标题}}", 36, bold: true, JustificationValues.Center),
                Line("{{单位}} · {{选举}}", 24, bold: false, JustificationValues.Center),
                Line("{{正文}}", 24, bold: false, JustificationValues.Left),
                Line("{{签名}}", 24, bold: false, JustificationValues.Left),
                Line("生成日期 {{日期}}　办理记录 {{记录数}} 条　末条校验值 {{校验值}}", 15, bold: false, JustificationValues.Left),
                new SectionProperties(
                    new PageSize { Width = 11906, Height = 16838 },
                    new PageMargin { Top = 1440, Bottom = 1440, Left = 1440U, Right = 1440U, Header = 851U, Footer = 992U, Gutter = 0U })));
        }

        return stream.ToArray();
    }

    private static Paragraph Line(string text, int halfPoints, bool bold, JustificationValues place) => new(
        new ParagraphProperties(new SpacingBetweenLines { After = "120" }, new Justification { Val = place }),
        new Run(
            new RunProperties([
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = bold ? "黑体" : "仿宋" },
                .. bold ? [new Bold()] : Array.Empty<OpenXmlElement>(),
                new FontSize { Val = $"{halfPoints}" }]),
            new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));
}
