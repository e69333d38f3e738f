using System.Text.Json;
using Gongtui.Host.Verbs;
using Xunit;

namespace Gongtui.Host.Tests.Verbs;

/// <summary><c>Host -- lint FILE.json</c>: one JSON array on standard output, and an exit code for scripts.</summary>
public sealed class LintVerbTests : IDisposable
{
    private static readonly string Procedures = Path.Combine(SourceFiles.Root, "Workflows", "Procedures");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gongtui-lint-");

    [Theory]
    [InlineData("renshe")]
    [InlineData("zhujian")]
    [InlineData("chengguan")]
    [InlineData("jianchayuan")]
    [InlineData("linye")]
    [InlineData("chuantong")]
    [InlineData("buxuan")]
    public async Task What_comes_with_the_product_is_let_through(string procedure)
    {
        var (code, findings) = await LintAsync(Path.Combine(Procedures, $"{procedure}.json"));

        Assert.Equal(0, code);
        Assert.DoesNotContain(findings, finding => finding.GetProperty("severity").GetString() == "block");
    }

    [Fact]
    public async Task A_finding_says_rule_article_node_path_and_message()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Procedures, "zhujian.json"));
        var (code, findings) = await LintAsync(Written(text.Replace("Gongtui.Ratify", "Elsa.WriteLine", StringComparison.Ordinal)));

        Assert.Equal(1, code);
        var finding = findings.First(found => found.GetProperty("rule").GetString()!.Contains("当选结果须批复和备案", StringComparison.Ordinal));
        Assert.Equal(["severity", "rule", "article", "node", "path", "message"], finding.EnumerateObject().Select(member => member.Name));
        Assert.Equal("block", finding.GetProperty("severity").GetString());
        Assert.Contains("批复与备案", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(finding.GetProperty("article").GetString()!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"root\":")]
    [InlineData("[]")]
    [InlineData("{\"definitionId\":\"x\",\"root\":{\"id\":\"a\",\"type\":\"No.Such\"}}")]
    public async Task What_is_no_definition_that_can_run_is_one_finding_that_blocks(string text)
    {
        var (code, findings) = await LintAsync(Written(text));

        Assert.Equal(1, code);
        Assert.Contains(findings, finding => finding.GetProperty("severity").GetString() == "block");
    }

    [Fact]
    public async Task Without_a_file_there_is_nothing_to_say()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(2, await LintVerb.ExecuteAsync([Path.Combine(folder.FullName, "none.json")], output, errors));
        Assert.Empty(output.ToString());
        Assert.NotEmpty(errors.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Written(string text)
    {
        var file = Path.Combine(folder.FullName, "draft.json");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, IReadOnlyList<JsonElement> Findings)> LintAsync(string file)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await LintVerb.ExecuteAsync([file], output, errors);
        return (code, [.. JsonElement.Parse(output.ToString()).EnumerateArray()]);
    }
}
