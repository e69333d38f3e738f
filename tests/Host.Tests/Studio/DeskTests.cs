using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Gongtui.Host.Studio.Desk;
using Gongtui.Host.Tests.Support;
using Xunit;

namespace Gongtui.Host.Tests.Studio;

/// <summary>The designers' own pages: what can be done to a procedure without drawing.</summary>
public sealed class DeskTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_list_shows_every_procedure_with_its_state_and_its_check()
    {
        var page = await (await host.EnterAsync(Designer.Person)).ReadAsync("/design?q=%E4%BD%8F%E5%BB%BA");

        foreach (var word in new[] { "住建局公推直选", "已发布 第 1 版", "通过", "最后修改", "/workflows/definitions/zhujian/edit" })
            Assert.Contains(word, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/design")]
    [InlineData("/design/zhujian")]
    [InlineData("/design/zhujian/elections")]
    [InlineData("/design/zhujian/compare")]
    [InlineData("/design/export?id=1")]
    public async Task Only_designers_get_there(string path)
    {
        foreach (var person in new[] { "zj-01", "gw-05", Designer.Admin })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await host.EnterAsync(person)).GetAsync(path)).StatusCode);
        Assert.NotEqual(HttpStatusCode.Forbidden, (await (await host.EnterAsync(Designer.Person)).GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task The_panel_beside_the_editor_gets_findings_with_their_step_and_fix_and_puts_one_right()
    {
        var designer = await Designer.EnterAsync(host);
        var model = await designer.LatestAsync("chengguan");
        foreach (var name in new[] { "id", "definitionId", "version", "isPublished", "isLatest" }) model.AsObject().Remove(name);
        model["name"] = "面板试验";
        model["root"]!["activities"]!.AsArray().First(step => (string?)step!["id"] == "approve-plan")!["assignee"] =
            JsonNode.Parse("""{"typeName":"String","expression":{"type":"Literal","value":"role:staff"} }""");
        var id = (string)(await designer.SaveAsync(model))["definitionId"]!;

        var found = JsonNode.Parse(await designer.Client.GetStringAsync($"/api/procedures/{id}/check"))!;
        var finding = found["findings"]!.AsArray().Single()!;
        var foreign = await designer.Client.PostAsync($"/api/procedures/{id}/fix", Json("""{"node":"approve-plan","input":"assignee","value":"role:auditor"}"""));
        var put = await designer.Client.PostAsync($"/api/procedures/{id}/fix", Json(finding["fix"]!.ToJsonString()));
        var after = JsonNode.Parse(await designer.Client.GetStringAsync($"/api/procedures/{id}/check"))!;
        var tension = JsonNode.Parse(await designer.Client.GetStringAsync("/api/procedures/linye/check"))!["findings"]!.AsArray();

        Assert.Equal(("block", "approve-plan", "须改正"), ((string)finding["severity"]!, (string)finding["node"]!, (string)finding["weight"]!));
        Assert.Contains("上级", (string)finding["article"]!, StringComparison.Ordinal);
        Assert.Contains("上级", (string)finding["fixLabel"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        Assert.Empty(after["findings"]!.AsArray());
        Assert.All(tension, one => Assert.Equal("warn", (string)one!["severity"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await designer.Client.GetAsync("/api/procedures/none/check")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await host.EnterAsync("zj-01")).GetAsync($"/api/procedures/{id}/check")).StatusCode);

        static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
    }

    [Fact]
    public async Task The_chosen_procedures_come_as_one_archive()
    {
        var (visitor, designer) = (await host.EnterAsync(Designer.Person), await Designer.EnterAsync(host));
        var ids = new List<string>();
        foreach (var id in new[] { "zhujian", "renqi" }) ids.Add((string)(await designer.LatestAsync(id))["id"]!);

        var answer = await visitor.GetAsync($"/design/export?id={ids[0]}&id={ids[1]}");
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);

        Assert.Equal(["renqi", "zhujian"], zip.Entries.Select(entry => entry.Name.Split('-')[^2]).Order(StringComparer.Ordinal));
        Assert.Equal("/design?nothing=true", (await visitor.GetAsync("/design/export")).Headers.Location!.OriginalString);
        Assert.Contains("没有选中程序", await visitor.ReadAsync("/design?nothing=true"), StringComparison.Ordinal);
        Assert.Contains("form=\"export\"", await visitor.ReadAsync("/design"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_is_begun_published_retracted_rolled_back_copied_and_deleted()
    {
        var visitor = await host.EnterAsync(Designer.Person);
        var name = "桌面试验 " + Guid.NewGuid().ToString("N")[..8];
        var begun = await visitor.SubmitAsync("/design", "begin", ("name", name));
        Assert.EndsWith("/edit", begun.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var id = begun.Headers.Location.OriginalString.Split('/')[^2];
        Assert.Contains("已经有名为", await Visitor.TextOf(await visitor.SubmitAsync("/design", "begin", ("name", name))), StringComparison.Ordinal);

        var designer = await Designer.EnterAsync(host);
        var model = await designer.LatestAsync(id);
        model["root"] = Designer.Chart(name, ("a", "Elsa.WriteLine"))["root"]!.DeepClone();
        await designer.SaveAsync(model, publish: true);
        model = await designer.LatestAsync(id);
        model["root"] = Designer.Chart(name, ("a", "Elsa.WriteLine"), ("b", "Elsa.WriteLine"))["root"]!.DeepClone();
        await designer.SaveAsync(model);

        var page = $"/design/{id}";
        await SaysAsync(visitor, await visitor.SubmitAsync(page, "publish"), "已发布。新发起的选举用这个版本");
        await SaysAsync(visitor, await visitor.SubmitAsync(page, "retract"), "已取消发布");
        await SaysAsync(visitor, await visitor.SubmitAsync(page, "revert", ("version", "1")), "已回退");
        Assert.Single((await designer.LatestAsync(id))["root"]!["activities"]!.AsArray());

        var copied = await visitor.SubmitAsync(page, "duplicate", ("copy", name + "二"));
        Assert.NotEqual(page, copied.Headers.Location!.OriginalString);
        Assert.Contains(name + "二", await visitor.ReadAsync(copied.Headers.Location.OriginalString), StringComparison.Ordinal);

        Assert.Equal("/design", new Uri(new("http://x"), (await visitor.SubmitAsync(page, "delete")).Headers.Location!).AbsolutePath);
        var gone = await visitor.GetAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("没有找到这个程序或版本", await Visitor.TextOf(gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_differs_between_two_versions_is_told_step_by_step()
    {
        var designer = await Designer.EnterAsync(host);
        var first = await designer.SaveAsync(Designer.Chart("比较 " + Guid.NewGuid(), ("甲", "Elsa.WriteLine"), ("乙", "Elsa.WriteLine")), publish: true);
        var id = (string)first["definitionId"]!;
        var model = await designer.LatestAsync(id);
        model["root"] = Designer.Chart("x", ("甲", "Elsa.WriteLine"), ("丙", "Elsa.WriteLine"))["root"]!.DeepClone();
        var second = await designer.SaveAsync(model);

        var page = await (await host.EnterAsync(Designer.Person)).ReadAsync($"/design/{id}/compare?before={first["id"]}&after={second["id"]}");

        foreach (var line in new[] { "删去环节“乙”", "新增环节“丙”", "删去连线 “甲” — Done → “乙”", "新增连线 “甲” — Done → “丙”" })
            Assert.Contains(line, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_was_only_moved_on_the_canvas_is_no_difference()
    {
        var before = Designer.Chart("同", ("甲", "Elsa.WriteLine"));
        var after = before.DeepClone().AsObject();
        after["root"]!["activities"]![0]!["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 9 } } };

        Assert.Empty(Differences.Between(before, after));
    }

    [Fact]
    public async Task A_running_election_moves_to_the_new_version_and_does_nothing_twice()
    {
        var designer = await Designer.EnterAsync(host);
        var course = await Course.StartAsync(host);
        await course.DoneAsync(Course.Staff, "plan-1", "submit", Course.Plan());
        var entries = (await course.RunAsync()).Sequence;
        var model = await designer.LatestAsync("zhujian");
        model["description"] = "转版试验 " + Guid.NewGuid();
        await designer.SaveAsync(model, publish: true);
        var version = (string)(await designer.LatestAsync("zhujian"))["id"]!;

        var visitor = await host.EnterAsync(Designer.Person);
        var moved = await visitor.SubmitAsync("/design/zhujian/elections", "move", ("instance", course.Instance));
        await SaysAsync(visitor, moved, "已转入新版本");

        var run = await course.RunAsync();
        Assert.Equal(version, run.Graph.VersionId);
        Assert.Equal(entries + 1, run.Sequence);
        await course.DoneAsync(Course.Superior, "approval-1", "approve", new { number = "机工发〔2026〕2号" });
    }

    [Fact]
    public async Task An_election_stays_where_the_new_version_lacks_the_step_at_which_it_stands()
    {
        var designer = await Designer.EnterAsync(host);
        var course = await Course.StartAsync(host);
        var kept = await designer.LatestAsync("zhujian");
        var version = (await course.RunAsync()).Graph.VersionId;
        var without = kept.DeepClone();
        foreach (var node in without["root"]!["activities"]!.AsArray().Where(node => (string?)node!["id"] == "plan")) node!["id"] = "plan-anew";
        foreach (var end in without["root"]!["connections"]!.AsArray().SelectMany(arrow => new[] { arrow!["source"]!, arrow["target"]! }))
            if ((string?)end["activity"] == "plan") end["activity"] = "plan-anew";
        await designer.SaveAsync(without, publish: true);

        var visitor = await host.EnterAsync(Designer.Person);
        Assert.Contains("不能转入", await visitor.ReadAsync("/design/zhujian/elections"), StringComparison.Ordinal);
        var refused = await visitor.SubmitAsync("/design/zhujian/elections", "move", ("instance", course.Instance));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("新版本里没有", await Visitor.TextOf(refused), StringComparison.Ordinal);
        Assert.Equal(version, (await course.RunAsync()).Graph.VersionId);

        kept = kept.DeepClone();
        var latest = await designer.LatestAsync("zhujian");
        latest["root"] = kept["root"]!.DeepClone();
        await designer.SaveAsync(latest, publish: true);
    }

    [Fact]
    public async Task A_file_comes_in_as_a_draft_and_rubbish_is_refused_in_words()
    {
        var visitor = await host.EnterAsync(Designer.Person);
        var chart = Designer.Chart("文件导入 " + Guid.NewGuid().ToString("N")[..6], ("a", "Elsa.WriteLine"));
        var taken = await UploadAsync(visitor, "one.json", chart.ToJsonString());
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        await SaysAsync(visitor, taken, "导入的是草稿");

        var refused = await UploadAsync(visitor, "bad.json", "{");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("bad.json", await Visitor.TextOf(refused), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor visitor, string name, string content)
    {
        var html = await visitor.ReadAsync("/design");
        var form = html[html.IndexOf("multipart/form-data", StringComparison.Ordinal)..];
        using var body = new MultipartFormDataContent();
        foreach (System.Text.RegularExpressions.Match hidden in System.Text.RegularExpressions.Regex.Matches(form, "<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\""))
            body.Add(new StringContent(hidden.Groups[2].Value), hidden.Groups[1].Value);
        body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "files", name);
        return await visitor.Client.PostAsync("/design", body);
    }

    private static async Task SaysAsync(Visitor visitor, HttpResponseMessage answer, string words)
    {
        Assert.True(answer.Headers.Location is not null, await Visitor.TextOf(answer));
        Assert.Contains(words, await visitor.ReadAsync(new Uri(new Uri("http://x"), answer.Headers.Location).PathAndQuery), StringComparison.Ordinal);
    }
}
