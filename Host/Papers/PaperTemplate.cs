using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;
using Text = Gongtui.Activities.Text;

namespace Gongtui.Host.Papers;

/// <summary>A place in a template that a paper fills.</summary>
public static partial class PaperTemplate
{
    /// <summary>Bytes of an uploaded template, packed and unpacked.</summary>
    public const int Largest = 1024 * 1024;

    private const long LargestUnpacked = 16 * 1024 * 1024;

    /// <summary>The body: alone in its paragraph.</summary>
    public const string Body = "正文";

    /// <summary>Places to sign: alone in its paragraph.</summary>
    public const string Signatures = "签名";

    /// <summary>Head hash of the journal.</summary>
    public const string Head = "校验值";

    /// <summary>What each placeholder becomes.</summary>
    public static IReadOnlyList<(string Name, Text Meaning)> Places { get; } =
    [
        ("标题", new("表格名称", "name of the form")), ("单位", new("单位名称", "the organisation")), ("选举", new("选举名称", "the election")),
        (Body, new("正文和表格（独占一段，必须有）", "body and tables (alone in a paragraph, needed)")), (Signatures, new("签名处（独占一段，必须有）", "places to sign (alone in a paragraph, needed)")),
        ("日期", new("生成日期", "date of making")), ("记录数", new("办理记录条数", "entries of the journal")), (Head, new("末条校验值（必须有）", "head hash (needed)")),
    ];

    private static readonly string[] Needed = [Body, Signatures, Head];
    private static readonly string[] Alone = [Body, Signatures];

    /// <summary>Why this file cannot be a template, or null.</summary>
    public static Refusal? Check(byte[] bytes)
    {
        if (bytes.Length is 0 or > Largest) return Refused(new("模板须是 1 MB 以内的 DOCX 文件。", "A template is a DOCX file of at most 1 MB."), $"≤ {Largest}", $"{bytes.Length}");
        try
        {
            using var stream = new MemoryStream(bytes);
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.Entries.Sum(entry => entry.Length) > LargestUnpacked) return Refused(new("模板解开后太大。", "The template is too large when unpacked."));
                if (zip.Entries.Any(entry => entry.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))) return Refused(new("模板含有宏，不能使用。", "The template holds macros."));
            }

            stream.Position = 0;
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            return document.MainDocumentPart?.Document?.Body is null ? NoDocument() : Check(document);
        }
        catch (Exception problem) when (problem is InvalidDataException or FileFormatException or OpenXmlPackageException or System.Xml.XmlException)
        {
            return NoDocument();
        }
    }

    /// <summary>Placeholders of a paragraph, whatever runs a word processor has cut them into.</summary>
    public static IReadOnlyList<string> Of(Paragraph paragraph) => [.. Place().Matches(paragraph.InnerText).Select(match => match.Groups[1].Value.Trim())];

    /// <summary>All paragraphs of a document with those of its headers and footers.</summary>
    public static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        return new OpenXmlPartRootElement?[] { main.Document }.Concat(main.HeaderParts.Select(part => part.Header)).Concat(main.FooterParts.Select(part => part.Footer))
            .OfType<OpenXmlPartRootElement>().SelectMany(root => root.Descendants<Paragraph>());
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    public static partial Regex Place();

    private static Refusal? Check(WordprocessingDocument document)
    {
        if (document.MainDocumentPart!.ExternalRelationships.Any()) return Refused(new("模板引用了外部文件，不能使用。", "The template refers to files outside."));
        var paragraphs = Paragraphs(document).ToList();
        var found = paragraphs.SelectMany(Of).ToList();
        var known = Places.Select(place => place.Name).ToHashSet(StringComparer.Ordinal);
        if (found.FirstOrDefault(name => !known.Contains(name)) is { } odd)
            return Refused(new($"不认识占位符“{odd}”。", $"Unknown placeholder “{odd}”."), string.Join("、", known), odd);
        if (Needed.FirstOrDefault(name => !found.Contains(name)) is { } missing)
            return Refused(new($"模板缺少占位符“{{{{{missing}}}}}”。", $"The placeholder {{{{{missing}}}}} is missing."), $"{{{{{missing}}}}}");
        if (Alone.FirstOrDefault(name => found.Count(other => other == name) > 1) is { } twice)
            return Refused(new($"占位符“{twice}”只能出现一次。", $"The placeholder {twice} may stand once."), "1", $"{found.Count(other => other == twice)}");
        return paragraphs.FirstOrDefault(paragraph => Of(paragraph).Any(Alone.Contains) && Place().Replace(paragraph.InnerText, "").Trim().Length > 0) is { } crowded
            ? Refused(new("“正文”“签名”占位符须独占一段。", "The placeholders for body and signatures stand alone in their paragraphs."), found: crowded.InnerText)
            : null;
    }

    private static Refusal NoDocument() => Refused(new("这不是 Word 文档（.docx）。", "This is no Word document (.docx)."));

    private static Refusal Refused(Text message, string? expected = null, string? found = null) => Refusals.Invalid(message, expected, found) with
    {
        NextStep = new("请下载现用模板，在 Word 中修改后重新上传；原模板没有改变。", "Download the present template, change it in Word and upload it again; nothing was replaced."),
        Field = "file",
    };
}
