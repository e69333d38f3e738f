using System.Text;
using Gongtui.Features.Support;
using Gongtui.Host.Persistence;
using Gongtui.Host.Rolls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechTalk.SpecFlow;
using Xunit;
using Election = Gongtui.Features.Support.Election;

namespace Gongtui.Features.Steps;

/// <summary>名册 as a file: uploaded, looked at, adopted.</summary>
[Binding]
public sealed class RollSteps(Election election)
{
    private RollProposal? proposal;

    [When("工作人员上传“(.*)”编码、以“(.*)”分隔的名册：")]
    public async Task Upload(string encoding, string separator, Table table)
    {
        var between = separator switch { "分号" => ";", "制表符" => "\t", _ => "," };
        var lines = table.Rows.Select(row => string.Join(between, row.Values)).Prepend(string.Join(between, table.Header));
        proposal = await election.DoAsync(Who.Staff, new UploadRoll(Election.Unit, "名册.csv", Encode(encoding, string.Join("\r\n", lines))));
    }

    [When("工作人员上传的文件是(.*)")]
    public Task Upload(string content) => election.TryAsync(Who.Staff, new UploadRoll(Election.Unit, "名册.csv", content switch
    {
        "空文件" => [],
        "一张图片" => new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF },
        "Excel工作簿" => "PK\u0003\u0004……"u8.ToArray(),
        "只有表头" => "姓名,类别\n"u8.ToArray(),
        "没有姓名列" => "编号,类别\n1,群众\n"u8.ToArray(),
        "100001人" => Encoding.UTF8.GetBytes("姓名,类别\n" + string.Concat(Enumerable.Range(0, RollTable.MostRows + 1).Select(number => $"甲{number},群众\n"))),
        _ => throw new ArgumentException($"No such file: {content}.", nameof(content)),
    }));

    [When("“(.*)”上传名册")]
    public Task UploadAs(string name) => election.TryAsync(name, new UploadRoll(Election.Unit, "名册.csv", "姓名,类别\n甲,群众\n"u8.ToArray()));

    [When("工作人员采用名册")]
    public Task Adopt() => election.TryAsync(Who.Staff, new AdoptRoll(Election.Unit, WithoutAbsent: false));

    [Then("预览：新增 (.*) 人，更改 (.*) 人，问题 (.*) 处")]
    public void Proposed(int added, int changed, int faults) =>
        Assert.Equal((added, changed, faults), (proposal!.Added.Count, proposal.Changed.Count, proposal.Faults.Count));

    [Then("预览第 (.*) 行：“([^，]*.*)”，提示：“(.*)”")]
    public void Faulty(long line, string reason, string next)
    {
        var fault = proposal!.Faults.FirstOrDefault(found => found.Line == line && found.Reason.Zh.Contains(reason, StringComparison.Ordinal));
        Assert.True(fault is not null, string.Join('\n', proposal.Faults));
        Assert.Contains(next, fault.NextStep.Zh, StringComparison.Ordinal);
    }

    [Then("名册上(有|没有)“(.*)”")]
    public async Task Stands(string does, string name) => Assert.Equal(does == "有", await election.InHostAsync(services =>
        services.GetRequiredService<GongtuiDb>().People.AnyAsync(person => person.Unit == Election.Unit && person.Name == name && person.Active)));

    private static byte[] Encode(string encoding, string text) => encoding switch
    {
        "带BOM" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "UTF-8" => Encoding.UTF8.GetBytes(text),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text),
    };
}
