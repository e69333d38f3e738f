using System.Net;
using System.Text;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Host.Persistence;
using Gongtui.Host.Rolls;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Standing = Gongtui.Host.Persistence.Standing;

namespace Gongtui.Host.Tests.Rolls;

public sealed class RollImportTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string[] Two =
    [
        RollFiles.Heading,
        ",欧阳春华,,正式党员,享有,1981-03-02,15,质量科科长,市住建局机关党支部,,",
        ",邬 亮,,预备党员,,1999/1/5,6,\"科员,办公室\",,,",
    ];

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(string.Join('\n', Two)) },
        { "UTF-8（带 BOM）", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join('\n', Two))] },
        { "GBK / GB18030", RollFiles.Gbk.GetBytes(string.Join("\r\n", Two)) },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(string.Join("\r\n", Two))] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_same_roll_is_read_from_every_encoding(string name, byte[] bytes)
    {
        var (people, faults) = Read(bytes, out var text);

        Assert.Equal(name, text.Encoding);
        Assert.Empty(faults);
        Assert.Equal([("欧阳春华", Standing.Full, 15, "质量科科长"), ("邬亮", Standing.Probationary, 6, "科员,办公室")], people.Select(person => (person.Name, person.Standing, person.Strokes, person.Post!)));
        Assert.Equal([new DateOnly(1981, 3, 2), new DateOnly(1999, 1, 5)], people.Select(person => person.Born!.Value));
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('，')]
    public void Other_separators_are_found_out(char separator)
    {
        var (people, faults) = Read(RollFiles.Utf8($"Name{separator}Standing{separator}Born", $"甲{separator}Full member{separator}1980.1.31"), out _);

        Assert.Empty(faults);
        Assert.Equal(("甲", Standing.Full, new DateOnly(1980, 1, 31)), (people[0].Name, people[0].Standing, people[0].Born!.Value));
    }

    [Theory]
    [InlineData(",张三,,正式党员,,1985-02-30,,,,,", "出生日期不是日历上的一天")]
    [InlineData(",张三,,正式党员,,1985.03,,,,,", "出生日期不是日历上的一天")]
    [InlineData(",张三,,正式党员,,2985-02-03,,,,,", "出生日期须在")]
    [InlineData(",张三,,正式党员,,2015-02-03,,,,,", "党员须年满 18 岁")]
    [InlineData(",张三,,正式党员,,,零,,,,", "姓氏笔画须是 1 至 64 的整数")]
    [InlineData(",,,正式党员,,,,,,,", "没有姓名")]
    [InlineData(",张三,,,,,,,,,", "没有类别")]
    [InlineData(",张三,,团员,,,,,,,", "类别不认识")]
    [InlineData(",张三,,正式党员,良好,,,,,,", "党员权利不认识")]
    [InlineData(",张三,,群众,留党察看,,,,,,", "没有党员权利可以限制")]
    [InlineData(",张三,,正式党员,,,,,市水务局,,", "单位不是“市住建局机关党支部”")]
    [InlineData(",张三,,正式党员,,,,,,出差一周,", "不在六种情形之内")]
    [InlineData(",张三,,群众,,,,,,自费出国半年以上,", "本来就不计入应到")]
    [InlineData(",张三,,正式党员,,,,,,,机工发〔2026〕1号", "有上级同意依据，没有不计入应到理由")]
    [InlineData("编 号!,张三,,正式党员,,,,,,,", "编号只能用字母、数字")]
    [InlineData(",张三,,正式党员,,,,,,,,多出一格", "表头只有 11 列")]
    [InlineData(",\"张三,,正式党员,,,,,,,", "双引号不成对")]
    public void A_line_that_cannot_be_taken_says_why_and_what_to_do(string line, string why)
    {
        var (_, faults) = Read(RollFiles.Utf8(RollFiles.Heading, ",赵一,,正式党员,,,,,,,", line), out _);

        var fault = Assert.Single(faults, found => found.Reason.Zh.Contains(why, StringComparison.Ordinal));
        Assert.Equal(3, fault.Line);
        Assert.NotEqual("", fault.NextStep.Zh);
    }

    [Fact]
    public void Duplicates_and_homonyms_are_named_with_the_line_they_repeat()
    {
        var (_, faults) = Read(RollFiles.Utf8(RollFiles.Heading, "a1,张三,,正式党员,,,,,,,", "a1,李四,,正式党员,,,,,,,", "a2,张三,,正式党员,,,,,,,", "a3,张三,办公室,正式党员,,,,,,,"), out _);

        Assert.Equal([(2L, "有同名的人加了标注，这一行没有，选票上分不清。"), (3L, "编号与第 2 行重复。"), (4L, "与第 2 行同名，选票上分不清。")], faults.Select(fault => (fault.Line, fault.Reason.Zh)));
    }

    [Fact]
    public void Line_numbers_are_those_of_the_file_whatever_lies_between()
    {
        var (_, faults) = Read(RollFiles.Utf8("", RollFiles.Heading, "", ",赵一,,正式党员,,,,,,,", ",,,,,,,,,,", ",,,群众,,,,,,,"), out _);

        Assert.Equal([6L], faults.Select(fault => fault.Line));
    }

    [Theory]
    [InlineData(new byte[0], "文件是空的")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "文件里没有内容")]
    [InlineData(new byte[] { 32, 13, 10 }, "文件里没有内容")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0 }, "Excel 工作簿")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1 }, "旧版 Excel")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF }, "不是文本")]
    [InlineData(new byte[] { 65, 0, 66, 0 }, "控制字符")]
    public void What_is_no_text_is_refused_as_a_whole(byte[] bytes, string why)
    {
        var text = RollText.Of(bytes);

        Assert.Contains(why, text.Refusal!.Message.Zh, StringComparison.Ordinal);
        Assert.NotNull(text.Refusal.NextStep);
    }

    [Theory]
    [InlineData("编号,类别\n1,群众", "缺少“姓名”")]
    [InlineData("姓名\n张三", "缺少“类别”")]
    [InlineData("姓名,类别,Name\n张三,群众,李四", "“姓名”有两列")]
    [InlineData("姓名,类别", "只有表头，没有人员")]
    [InlineData("姓名,类别\n,\n,", "只有表头，没有人员")]
    public void A_table_without_what_is_needed_is_refused_as_a_whole(string text, string why) =>
        Assert.Contains(why, RollTable.Read(text).Refusal!.Message.Zh, StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_are_read_and_one_more_is_refused()
    {
        var lines = Enumerable.Range(1, RollTable.MostRows).Select(number => $"x{number},甲{number},正式党员,1970-01-01").Prepend("编号,姓名,类别,出生日期").ToList();
        var (people, faults) = Read(RollFiles.Utf8([.. lines]), out _);
        Assert.Equal((RollTable.MostRows, 0), (people.Count, faults.Count));

        lines.Add("x0,甲0,正式党员,1970-01-01");
        Assert.Contains("一份名册最多 100000 人", RollTable.Read(string.Join('\n', lines)).Refusal!.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_stored_until_the_roll_is_adopted_and_a_fault_keeps_all_of_it_out()
    {
        var staff = await host.EnterAsync("zj-01");
        var before = await CountAsync();

        var sent = await RollFiles.UploadAsync(staff, RollFiles.Gbk.GetBytes(string.Join("\r\n", [.. Two, ",,,正式党员,,,,,,,"])));
        Assert.EndsWith("/roll/zj/preview", sent.Headers.Location?.OriginalString, StringComparison.Ordinal);
        var preview = await staff.ReadAsync("/roll/zj/preview");
        Assert.Contains("没有姓名", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("采用这份名册", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("1981", preview, StringComparison.Ordinal);
        var list = Encoding.UTF8.GetString(await staff.Client.GetByteArrayAsync("/roll/zj/faults.csv"));
        Assert.Contains("4,没有姓名。,补上姓名", list, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());

        await RollFiles.UploadAsync(staff, RollFiles.Gbk.GetBytes(string.Join("\r\n", Two)));
        Assert.Equal(before, await CountAsync());
        var adopted = await staff.SubmitAsync("/roll/zj/preview", "adopt");
        Assert.Equal(HttpStatusCode.Redirect, adopted.StatusCode);
        Assert.Equal(before + 2, await CountAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/roll/zj/preview")).StatusCode);
    }

    [Fact]
    public async Task What_is_exported_is_read_back_as_unchanged()
    {
        var staff = await host.EnterAsync("zj-01");
        var bytes = await staff.Client.GetByteArrayAsync("/roll/zj/roll.csv");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        await RollFiles.UploadAsync(staff, bytes);
        var preview = await staff.ReadAsync("/roll/zj/preview");
        Assert.Matches("<dt>新增</dt><dd>0</dd>\\s*<dt>更改</dt><dd>0</dd>", preview);
        Assert.Contains("采用这份名册", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await staff.SubmitAsync("/roll/zj/preview", "discard")).StatusCode);
    }

    [Fact]
    public async Task People_are_changed_by_their_id_and_leave_only_when_asked()
    {
        await using var own = new TestHost();
        var staff = await own.EnterAsync("zj-01");
        var lines = Encoding.UTF8.GetString(await staff.Client.GetByteArrayAsync("/roll/zj/roll.csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var gone = lines.First(line => line.StartsWith("zj-48,", StringComparison.Ordinal));
        var changed = lines.Where(line => line != gone).Select(line => line.StartsWith("zj-20,", StringComparison.Ordinal) ? line[..^1] + "自费出国半年以上,机工发〔2026〕9号" : line).ToArray();

        await RollFiles.UploadAsync(staff, RollFiles.Utf8(changed));
        await staff.SubmitAsync("/roll/zj/preview", "adopt");
        var kept = await own.InScopeAsync<GongtuiDb, PersonRow[]>(async db => await db.People.AsNoTracking().Where(row => row.Id == "zj-20" || row.Id == "zj-48").OrderBy(row => row.Id).ToArrayAsync());
        Assert.Equal((ExclusionGround.AbroadPrivately, "机工发〔2026〕9号", true), (kept[0].ExcludedFor, kept[0].ExcludedEvidence, kept[1].Active));

        await RollFiles.UploadAsync(staff, RollFiles.Utf8(changed));
        await staff.SubmitAsync("/roll/zj/preview", "adopt", ("without", "1"));
        Assert.False(await own.InScopeAsync<GongtuiDb, bool>(async db => await db.People.Where(row => row.Id == "zj-48").Select(row => row.Active).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_holds_a_role_cannot_be_dropped_from_the_roll_by_a_file()
    {
        var staff = await host.EnterAsync("zj-02");
        await RollFiles.UploadAsync(staff, RollFiles.Utf8("姓名,类别", "何文静,正式党员"));

        var answer = await staff.SubmitAsync("/roll/zj/preview", "adopt", ("without", "1"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("担任系统职务", await Visitor.TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zj-11")]
    [InlineData("gw-01")]
    public async Task Others_neither_see_nor_change_a_roll(string person)
    {
        var visitor = await host.EnterAsync(person);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/roll/zj")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/roll/zj/roll.csv")).StatusCode);
    }

    private static (IReadOnlyList<RollPerson> People, IReadOnlyList<RollFault> Faults) Read(byte[] bytes, out RollText text)
    {
        var decoded = RollText.Of(bytes);
        Assert.True(decoded.Accepted, decoded.Refusal?.Message.Zh);
        text = decoded.Value;
        var table = RollTable.Read(text.Text);
        Assert.True(table.Accepted, table.Refusal?.Message.Zh);
        return new RollReading(new UnitRow { Id = "zj", NameZh = "市住建局机关党支部", NameEn = "Branch" }, new(2026, 3, 2)).Read(table.Value);
    }

    private Task<int> CountAsync() => host.InScopeAsync<GongtuiDb, int>(db => db.People.CountAsync());
}
