using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongtui.Activities.Voting;
using Gongtui.Features.Support;
using Gongtui.Host.Papers;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>表格文书: printed, as Word and as Excel, and the office's own templates.</summary>
[Binding]
public sealed class FormSteps(Election election)
{
    private static readonly string[] Usual = ["{{标题}}", "{{单位}} · {{选举}}", "{{正文}}", "{{签名}}", "{{日期}} {{记录数}} {{校验值}}"];

    [Then("“([^”]*)”可以打印，Word 文档里有单位名称和末条校验值")]
    public async Task Written(string form)
    {
        var set = await SetAsync(form);
        var text = TextOf(PaperDocx.Write(set.Template, set.Papers, set.Source), out var faults);
        Assert.Empty(faults);
        Assert.NotEmpty(set.Papers);
        Assert.Contains("市住建局机关党支部", text, StringComparison.Ordinal);
        Assert.Contains((await election.HeadAsync()).Hash, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Then("“([^”]*)”(有|没有) Excel")]
    public async Task Workbook(string form, string has)
    {
        var set = await SetAsync(form);
        Assert.Equal(has == "有", set.Kind.IsTable);
        if (!set.Kind.IsTable) return;
        using var stream = new MemoryStream(PaperXlsx.Write(set.Papers, set.Source.Head));
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(fault => fault.Description));
        Assert.Equal(set.Papers.Count, book.WorkbookPart!.WorksheetParts.Count());
    }

    [Then("“([^”]*)”由“([^”]*)”签名")]
    public async Task Signed(string form, string signers)
    {
        var papers = (await SetAsync(form)).Papers;
        Assert.All(papers, paper => Assert.All(signers.Split('、'), signer => Assert.Contains(paper.Signatures, place => place.StartsWith(signer, StringComparison.Ordinal))));
    }

    [When("(工作人员|“.*”)要打印“([^”]*)”")]
    public Task Print(string who, string form) => election.TryAsync(Who.Of(who.Trim('“', '”')), new FindPapers(election.Id, IdOf(form)));

    [Then("“选举结果报告单”的得票与计票记录一致")]
    public async Task Agree()
    {
        var printed = (await SetAsync("选举结果报告单")).Papers.SelectMany(paper => paper.Parts).OfType<PaperTable>().Where(table => table.Heading.Count == 6)
            .SelectMany(table => table.Rows.Select(row => (row[0], row[1]))).ToList();
        var now = await election.NowAsync();
        var counted = (await election.FactsAsync<ContestsCounted>()).SelectMany(fact => fact.Contests).SelectMany(contest => contest.People)
            .Select(person => (now.NameOf(person.Person) + (person.Printed ? "" : "（另选）"), $"{person.Approve}"));
        Assert.Equal(counted, printed);
    }

    [When("工作人员给“([^”]*)”换上抬头为“([^”]*)”的模板")]
    public Task Change(string form, string heading) => election.TryAsync(Who.Staff, new SaveTemplate(Election.Unit, IdOf(form), Template([heading, .. Usual])));

    [When("工作人员给“([^”]*)”换上(一个文本文件|空文件|没有.*|有.*的模板|正文前有字的模板)")]
    public Task ChangeBadly(string form, string what) => election.TryAsync(Who.Staff, new SaveTemplate(Election.Unit, IdOf(form), what switch
    {
        "一个文本文件" => "选举结果"u8.ToArray(),
        "空文件" => [],
        "没有校验值的模板" => Template([.. Usual[..4]]),
        "没有正文的模板" => Template([Usual[0], Usual[3], Usual[4]]),
        "正文前有字的模板" => Template([Usual[0], "附：{{正文}}", Usual[3], Usual[4]]),
        _ => Template([.. Usual, "{{党费}}"]),
    }));

    [When("工作人员预览抬头为“([^”]*)”的“([^”]*)”模板")]
    public Task Look(string heading, string form) => election.TryAsync(Who.Staff, new LookAtTemplate(Election.Unit, IdOf(form), Template([heading, .. Usual])));

    [When("工作人员采用预览的模板")]
    public Task Adopt() => election.DoAsync(Who.Staff, new AdoptTemplate(Election.Unit));

    [Then("预览里有“([^”]*)”，有“([^”]*)”，没有占位符")]
    public async Task Shown(string heading, string sample)
    {
        var staff = await election.IdOfAsync(Who.Staff);
        var draft = await election.InHostAsync(services => Task.FromResult(services.GetRequiredService<TemplateDrafts>().Find(staff, Election.Unit)));
        var pieces = TemplateSketch.Of(draft!.Value.Bytes, place => TemplateSamples.Of(place).Zh).Select(piece => piece.Text ?? "").ToList();
        Assert.Contains(heading, pieces);
        Assert.Contains(pieces, piece => piece.Contains(sample, StringComparison.Ordinal));
        Assert.DoesNotContain(pieces, piece => piece.Contains("{{", StringComparison.Ordinal));
    }

    [When("工作人员恢复“([^”]*)”的模板")]
    public Task Reset(string form) => election.DoAsync(Who.Staff, new ResetTemplate(Election.Unit, IdOf(form)));

    [When("“([^”]*)”换模板")]
    public Task ChangeAs(string name) => election.TryAsync(name, new SaveTemplate(Election.Unit, "result", Template(Usual)));

    [Then("“([^”]*)”的 Word 文档里(有|没有)“([^”]*)”")]
    public async Task Holds(string form, string does, string words)
    {
        var set = await SetAsync(form);
        Assert.Equal(does == "有", TextOf(PaperDocx.Write(set.Template, set.Papers, set.Source), out _).Contains(words, StringComparison.Ordinal));
    }

    private Task<PaperSet> SetAsync(string form) => election.DoAsync(Who.Staff, new FindPapers(election.Id, IdOf(form)));

    private static string IdOf(string form) => PaperKinds.All.First(kind => kind.Name.Zh == form).Id;

    private static string TextOf(byte[] docx, out IReadOnlyList<string> faults)
    {
        using var stream = new MemoryStream(docx);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        faults = [.. new OpenXmlValidator().Validate(document).Select(fault => fault.Description)];
        return document.MainDocumentPart!.Document!.InnerText;
    }

    /// <summary>A template as a word processor leaves it: each line's placeholder cut into two runs.</summary>
    private static byte[] Template(IReadOnlyList<string> lines)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(lines.Select(line => new Paragraph(
                new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(line[..(line.Length / 2)])), new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(line[(line.Length / 2)..]))))));
        }

        return stream.ToArray();
    }
}
