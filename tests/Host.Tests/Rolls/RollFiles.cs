using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Gongtui.Host.Tests.Support;

namespace Gongtui.Host.Tests.Rolls;

/// <summary>Files of rolls as offices make them, and how they are uploaded.</summary>
internal static partial class RollFiles
{
    public const string Heading = "编号,姓名,区别标注,类别,党员权利,出生日期,姓氏笔画,职务,单位,不计入应到理由,上级同意依据";

    public static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

    public static byte[] Utf8(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    /// <summary>Opens the page of the roll and sends a file with its form.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(Visitor visitor, byte[] bytes, string name = "名册.csv", string unit = "zj")
    {
        var page = await visitor.ReadAsync($"/roll/{unit}");
        using var form = new MultipartFormDataContent();
        foreach (Match hidden in Hidden().Matches(UploadForm().Match(page).Value)) form.Add(new StringContent(hidden.Groups["value"].Value), hidden.Groups["name"].Value);
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", name);
        return await visitor.Client.PostAsync($"/roll/{unit}", form);
    }

    [GeneratedRegex("<form[^>]*enctype.*?</form>", RegexOptions.Singleline)]
    private static partial Regex UploadForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
