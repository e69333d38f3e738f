using System.Text;
using Gongtui.Activities.Elections;
using Gongtui.Host.Mediation;

namespace Gongtui.Host.Rolls;

/// <summary>The text of a file that somebody uploaded, and how it was encoded.</summary>
/// <param name="Encoding">As offices call it, for the person who checks the preview.</param>
public sealed record RollText(string Text, string Encoding)
{
    /// <summary>Bytes. A hundred thousand lines of all columns take about twelve million.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Covers GBK and GB2312.</summary>
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly (byte[] Begins, string Zh, string En)[] OtherFiles =
    [
        ("PK\u0003\u0004"u8.ToArray(), "这是 Excel 工作簿（.xlsx）或压缩文件，不是 CSV。", "This is an Excel workbook (.xlsx) or an archive, not CSV."),
        ([0xD0, 0xCF, 0x11, 0xE0], "这是旧版 Excel 或 Word 文件，不是 CSV。", "This is an old Excel or Word file, not CSV."),
        ("%PDF"u8.ToArray(), "这是 PDF 文件，不是 CSV。", "This is a PDF file, not CSV."),
    ];

    /// <summary>UTF-8 with or without a mark, UTF-16 with its mark (Excel's "Unicode text"), else GB18030. Bytes that are none of these,
    /// or text with control characters, are no table of names.</summary>
    public static Result<RollText> Of(byte[] bytes)
    {
        if (bytes.Length == 0) return Refused("文件是空的。", "The file is empty.");
        if (bytes.Length > LargestFile)
            return Refused("文件太大。", "The file is too large.") with { Expected = $"≤ {LargestFile}", Found = $"{bytes.Length}" };
        if (OtherFiles.FirstOrDefault(kind => bytes.AsSpan().StartsWith(kind.Begins)) is { Zh: not null } other) return Refused(other.Zh, other.En);
        if (Decode(bytes) is not { } decoded) return Refused("文件不是文本，或编码不是 UTF-8、GBK（GB18030）。", "The file is no text, or in another encoding than UTF-8 and GBK (GB18030).");
        if (string.IsNullOrWhiteSpace(decoded.Text)) return Refused("文件里没有内容。", "There is nothing in the file.");
        return decoded.Text.Any(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t'))
            ? Refused("文件里有控制字符，不是名册文本。", "The file holds control characters: it is no text of a roll.")
            : decoded;
    }

    private static RollText? Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Read(Utf8, rest, "UTF-8（带 BOM）"),
        [0xFF, 0xFE, .. var rest] => Read(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), rest, "UTF-16"),
        [0xFE, 0xFF, .. var rest] => Read(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), rest, "UTF-16"),
        _ => Read(Utf8, bytes, "UTF-8") ?? Read(Gb18030, bytes, "GBK / GB18030"),
    };

    private static RollText? Read(Encoding encoding, byte[] bytes, string name)
    {
        try
        {
            return new(encoding.GetString(bytes), name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Refusal Refused(string zh, string en) => Refusals.Invalid(new(zh, en)) with
    {
        NextStep = new("请在表格软件里“另存为”CSV（逗号分隔）后重新上传；可以先下载模板。", "Save it as CSV in your spreadsheet and upload it again; a template can be downloaded."),
        Field = "file",
    };
}
