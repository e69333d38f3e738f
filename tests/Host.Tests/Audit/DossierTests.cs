using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Audit.Dossiers.Checking;
using Gongtui.Host.Tests.Meeting;
using Gongtui.Host.Tests.Support;
using Gongtui.Host.Verbs;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Audit;

/// <summary>What an auditor takes home: it holds together, and nothing in it can be changed unseen.</summary>
public sealed class DossierTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    private const string Journal = DossierManifest.JournalName;
    private static byte[]? made;

    [Fact]
    public async Task A_dossier_of_a_whole_election_holds_in_every_check()
    {
        var zip = await MadeAsync();
        var findings = DossierCheck.Check(zip);

        Assert.All(findings, finding => Assert.True(finding.Holds, $"{finding.What}：{finding.Fault}"));
        Assert.Equal(8, findings.Count);
        Assert.Subset(new HashSet<string>(new Forgery(zip).Names), new HashSet<string> { Journal, "report.html", "verify.html", "rulepack.json", "boxes/1.txt" });
        Assert.DoesNotContain("PRIVATE", Encoding.UTF8.GetString(zip), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_any_entry_is_found_out_even_with_a_list_and_a_signature_of_his_own()
    {
        var whole = new Forgery(await MadeAsync())[Journal];
        var lines = Encoding.UTF8.GetString(whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var random = new Random(20_261_123);
        for (var turn = 0; turn < 40; turn++)
        {
            var at = random.Next(1, lines.Length - 1);
            List<string> forged = [.. lines];
            switch (turn % 4)
            {
                case 0: forged[at] = Flip(forged[at], random); break;
                case 1: forged.RemoveAt(at); break;
                case 2: forged.Insert(at, forged[at]); break;
                default: (forged[at], forged[at + 1]) = (forged[at + 1], forged[at]); break;
            }

            var forgery = new Forgery(await MadeAsync()) { [Journal] = Encoding.UTF8.GetBytes(string.Join('\n', forged) + "\n") };
            Assert.Contains(forgery.SignedAnew().Faults(), fault => fault.Contains($"第 {First(lines, forged)} 条", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_journal_that_was_cut_short_and_listed_anew_is_found_by_the_hash_on_the_signed_report()
    {
        var zip = await MadeAsync();
        var head = JsonNode.Parse(new Forgery(zip)[DossierManifest.Name])!["head"]!.GetValue<string>();
        var forgery = new Forgery(zip);
        string[] lines = [.. Encoding.UTF8.GetString(forgery[Journal]).Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(3)];
        forgery[Journal] = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        forgery[DossierManifest.ChainName] = forgery[DossierManifest.ChainName][..(65 * lines.Length)];
        var shorter = DossierCheck.Check(forgery[Journal])[0].What.Split('，')[1];
        forgery.SignedAnew(list => (list["entries"], list["head"]) = (lines.Length, shorter));

        Assert.Empty(new Forgery(zip).Faults(head));
        Assert.All(forgery.Faults(), fault => Assert.StartsWith("校验点", fault, StringComparison.Ordinal));
        Assert.Contains(forgery.Faults(head), fault => fault.Contains("已签字报告", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("boxes/1.txt", "票箱")]
    [InlineData("definitions", "程序版本")]
    public async Task A_changed_leaf_or_diagram_is_named(string file, string what)
    {
        var forgery = new Forgery(await MadeAsync());
        var name = forgery.Names.First(name => name.StartsWith(file, StringComparison.Ordinal));
        forgery[name] = [.. forgery[name].Select((b, at) => at == forgery[name].Length / 2 ? (byte)(b == (byte)'1' ? '2' : '1') : b)];

        Assert.Contains(forgery.Faults(), fault => fault.Contains(name, StringComparison.Ordinal));
        Assert.Contains(forgery.SignedAnew().Faults(), fault => fault.StartsWith(what, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_too_many_or_too_few_is_named()
    {
        var (more, fewer) = (new Forgery(await MadeAsync()) { ["extra.txt"] = [1] }, new Forgery(await MadeAsync()));
        fewer.Remove("rulepack.json");

        Assert.Contains(more.Faults(), fault => fault.Contains("extra.txt", StringComparison.Ordinal));
        Assert.Contains(fewer.Faults(), fault => fault.Contains("rulepack.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("{}\n")]
    [InlineData("not json\n")]
    public void Whatever_the_file_is_the_answer_is_a_finding(string content) =>
        Assert.Contains(DossierCheck.Check(Encoding.UTF8.GetBytes(content)), finding => !finding.Holds);

    [Fact]
    public async Task The_command_says_it_line_by_line_and_by_its_exit_code()
    {
        var folder = Directory.CreateTempSubdirectory("gongtui-dossier-");
        try
        {
            var (good, bad) = (Path.Combine(folder.FullName, "good.zip"), Path.Combine(folder.FullName, "bad.zip"));
            await File.WriteAllBytesAsync(good, await MadeAsync());
            var forgery = new Forgery(await MadeAsync()) { ["report.html"] = "other"u8.ToArray() };
            await File.WriteAllBytesAsync(bad, forgery.Zip());
            using var output = new StringWriter();
            using var errors = new StringWriter();

            Assert.Equal(0, await VerifyVerb.ExecuteAsync([good], output, errors));
            Assert.Equal(1, await VerifyVerb.ExecuteAsync([bad], output, errors));
            Assert.Equal(1, await VerifyVerb.ExecuteAsync([good, "--head", "00"], output, errors));
            Assert.Equal(2, await VerifyVerb.ExecuteAsync([Path.Combine(folder.FullName, "none")], output, errors));
            Assert.Contains("✗ 文件清单 / list of files：已被改动 / was changed: report.html", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Members_get_no_dossier_and_nobody_gets_one_before_the_announcement()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        await meeting.VoteAsync((20, ["zj-03", "zj-05"]));
        await meeting.CloseAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await host.EnterAsync("zj-11")).GetAsync($"/api/elections/{meeting.Instance}/dossier")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await (await host.EnterAsync(Auditor)).GetAsync($"/api/elections/{meeting.Instance}/dossier")).StatusCode);
    }

    /// <summary>Number of the first entry that is not what it was.</summary>
    private static int First(string[] lines, List<string> forged) => 1 + Enumerable.Range(0, lines.Length).First(at => at >= forged.Count || forged[at] != lines[at]);

    private static string Flip(string line, Random random)
    {
        var at = random.Next(line.Length);
        return line[..at] + (char)(line[at] ^ 1) + line[(at + 1)..];
    }

    private async Task<byte[]> MadeAsync()
    {
        if (made is not null) return made;
        var meeting = await host.MeetAsync();
        await meeting.ToEndAsync();
        var answer = await (await host.EnterAsync(Auditor)).GetAsync($"/api/elections/{meeting.Instance}/dossier");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return made = await answer.Content.ReadAsByteArrayAsync();
    }
}
