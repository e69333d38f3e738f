using System.IO.Compression;
using Microsoft.Playwright;
using Xunit;

namespace Gongtui.Browser.Tests.Journeys;

/// <summary>From the announcement to the replay.</summary>
public sealed partial class Course
{
    public async Task AnnounceAsync()
    {
        var staff = await AtAsync(Staff, "宣布结果");
        await staff.SeeAsync("将要宣布的结果");
        await ShootAsync(staff, "announce");
        await staff.PressAsync("宣布");

        var member = await AsAsync(Member);
        await member.GoAsync($"{Home}/results");
        await member.SeeAsync("当选名单", "应到 30 人", "选票账", "名额 3 · 有效票 30 · 无效票 0");
        Assert.NotEqual(0, await member.Page.Locator(".proof.holds").CountAsync());
        await ShootAsync(member, "results");
        await member.FollowAsync("选举结果报告单");
        await member.SeeAsync("监票人签名", "末条校验值");
        await ShootAsync(member, "report");
    }

    public async Task RatifyAsync()
    {
        var superior = await AtAsync(Superior, "批复与备案");
        await superior.Page.GetByLabel("批复文号").FillAsync("机工发〔2026〕15号");
        await superior.Page.GetByLabel("备案编号").FillAsync("备〔2026〕7号");
        await ShootAsync(superior, "ratify");
        await superior.PressAsync("批复并备案");
        await superior.GoAsync($"{Home}/results");
        await superior.SeeAsync("已批复", "机工发〔2026〕15号", "已备案");
        await superior.GoAsync(Home);
        await superior.SeeAsync("已完成", "全部办结");
        await ShootAsync(superior, "finished");
    }

    /// <summary>The auditor goes back to the first entry, lets the chain be computed again, and takes the journal along.</summary>
    public async Task ReplayAsync()
    {
        var auditor = await AsAsync(Auditor);
        await auditor.GoAsync("/audit");
        await auditor.FollowAsync(title);
        await auditor.SeeAsync("回到第几条记录", "当时的待办");
        await ShootAsync(auditor, "replay-end");
        await auditor.GoAsync($"/audit/{Instance}?at=20");
        await auditor.SeeAsync("第 20 条");
        await ShootAsync(auditor, "replay-20");
        var slider = auditor.Page.GetByRole(AriaRole.Slider);
        await slider.FocusAsync();
        await slider.PressAsync("Home");
        await auditor.SeeAsync("第 1 条");
        await WatchAsync(auditor);

        var download = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Page.GetByText("下载记录").ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        await auditor.FollowAsync("校验");
        await auditor.SeeAsync($"{lines.Length} 条记录全部相符", "票箱的默克尔根", "选举结果按规则重新判定");
        await ShootAsync(auditor, "verify");
        await CheckAtHomeAsync(auditor);
    }

    /// <summary>The theatre: keys lead from milestone to milestone, a person's view hides what was not theirs, every place has a link, and nobody waits while dragging.</summary>
    private async Task WatchAsync(Person auditor)
    {
        var page = auditor.Page;
        await Assertions.Expect(page.Locator("#stage[data-ready]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("[");
        await Assertions.Expect(page.Locator("[data-panel=rules] li.holds").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".diagram .node.done").First).ToBeVisibleAsync();
        await page.SelectOptionAsync("[data-milestones]", new SelectOptionValue { Index = 2 });
        await Assertions.Expect(page.Locator("[data-entry-title]")).ToContainTextAsync("制订方案");
        await page.SelectOptionAsync("[data-lens]", Superior);
        await Assertions.Expect(page.Locator("[data-lens-note]")).ToContainTextAsync("只显示当时发给其本人的");
        await Assertions.Expect(page.Locator("[data-panel-card=boxes]")).ToBeHiddenAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"as={Superior}"));
        await ShootAsync(auditor, "lens");
        await page.SelectOptionAsync("[data-lens]", "");
        var slowest = await page.EvaluateAsync<double>(
            "() => { const slider = document.querySelector('form[data-theatre]').elements.at, took = []; for (let at = 1; at <= slider.max; at++) { slider.value = at; const start = performance.now(); slider.dispatchEvent(new Event('input')); took.push(performance.now() - start); } return took.sort((a, b) => a - b)[Math.floor(took.length / 2)]; }");
        // Not a measurement: whoever asked the server at each move would be far above it.
        Assert.InRange(slowest, 0, 100);
        await auditor.GoAsync($"/audit/{Instance}/find?article=F5");
        await auditor.SeeAsync("清点到会人数");
        await auditor.GoAsync($"/audit/{Instance}/compare");
        await auditor.SeeAsync("与程序图比较", "平票处理");
        await auditor.GoAsync("/audit/readings");
        await auditor.SeeAsync("校验链相符");
        await auditor.GoAsync($"/audit/{Instance}");
    }

    /// <summary>The auditor takes the dossier home and checks it there: the page from the zip, opened from disk, without the Host.</summary>
    private static async Task CheckAtHomeAsync(Person auditor)
    {
        var download = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Page.GetByText("导出卷宗").ClickAsync());
        var folder = Directory.CreateTempSubdirectory("gongtui-home-");
        try
        {
            var zip = Path.Combine(folder.FullName, "dossier.zip");
            await download.SaveAsAsync(zip);
            await ZipFile.ExtractToDirectoryAsync(zip, folder.FullName);
            var home = await auditor.Page.Context.NewPageAsync();
            await home.GotoAsync(new Uri(Path.Combine(folder.FullName, "verify.html")).AbsoluteUri);
            await home.SetInputFilesAsync("#file", zip);
            await Assertions.Expect(home.Locator("#verdict")).ToContainTextAsync("全部相符");

            Assert.Equal(0, (await VerifyAsync(zip)).Code);
            var changed = Path.Combine(folder.FullName, "changed.zip");
            foreach (var tampering in Tampering.Of(await File.ReadAllBytesAsync(zip), seed: 20_261_123))
            {
                await File.WriteAllBytesAsync(changed, tampering.Zip);
                await home.ReloadAsync();
                await home.SetInputFilesAsync("#file", changed);
                await Assertions.Expect(home.Locator("#verdict")).ToContainTextAsync("有不符之处");
                var (pocket, (code, program)) = (string.Join('\n', await home.Locator("#findings .bad").AllInnerTextsAsync()), await VerifyAsync(changed));
                Assert.True(pocket.Contains(tampering.Named, StringComparison.Ordinal), $"{tampering.What}: the pocket verifier does not name {tampering.Named}:\n{pocket}");
                Assert.True(code == 1 && program.Contains(tampering.Named, StringComparison.Ordinal), $"{tampering.What}: the program does not name {tampering.Named}:\n{program}");
            }

            await home.CloseAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The other verifier: a program without the Host's database.</summary>
    private static async Task<(int Code, string Said)> VerifyAsync(string file)
    {
        using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", [Places.HostAssembly, "verify", file]) { RedirectStandardOutput = true })!;
        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, said);
    }
}
