using System.IO.Compression;
using System.Net;
using Gongtui.Host.Audit.Checkpoints;
using Gongtui.Host.Persistence;
using Gongtui.Host.Practice;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Practice;

/// <summary>A rehearsal is a whole election with invented people that nothing of the real installation can meet.</summary>
public sealed class PracticeTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("zhujian")]
    [InlineData("renshe")]
    [InlineData("linye")]
    public async Task A_procedure_is_rehearsed_to_its_end_and_every_page_and_file_says_so(string procedure)
    {
        var before = await RealAsync();
        var designer = await host.EnterAsync(Designer.Person);
        var (path, id) = await StartAsync(designer, procedure);

        var begun = await designer.ReadAsync(path);
        var stepped = await designer.SubmitAsync(path, $"{PracticeDoor.Prefix}/{id}/drill/step", ("return", "/tasks"));
        var ended = await designer.SubmitAsync(path, $"{PracticeDoor.Prefix}/{id}/drill/step", ("return", "/tasks"));
        await host.Services.GetRequiredService<PracticeHall>().Find(id)!.FinishAsync(default);
        var over = await designer.ReadAsync(path);

        Assert.Contains(PracticeMark.Zh, begun, StringComparison.Ordinal);
        Assert.Contains("practice-mark", begun, StringComparison.Ordinal);
        Assert.Equal($"{PracticeDoor.Prefix}/{id}/tasks", stepped.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
        Assert.Contains("选举已经结束", over, StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/tasks", "/notices", "/elections/practice-1/results", "/elections/practice-1/papers", "/audit/practice-1", "/audit/practice-1/verify" })
        {
            var answer = await designer.GetAsync($"{PracticeDoor.Prefix}/{id}{page}");
            Assert.True(answer.IsSuccessStatusCode, $"{page}: {answer.StatusCode}");
            var text = await Visitor.TextOf(answer);
            Assert.Contains("practice-mark", text, StringComparison.Ordinal);
            // No link leads out unawares.
            Assert.DoesNotContain("href=\"/elections", text, StringComparison.Ordinal);
            Assert.DoesNotContain("action=\"/", text.Replace($"action=\"{PracticeDoor.Prefix}/{id}/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var words = await designer.GetAsync($"{PracticeDoor.Prefix}/{id}/elections/practice-1/papers/plan.docx");
        if (words.IsSuccessStatusCode) Assert.Contains(PracticeMark.Zh, await EntryAsync(words, "word/document.xml"), StringComparison.Ordinal);
        Assert.Equal(before, await RealAsync());
    }

    [Fact]
    public async Task It_has_files_of_its_own_and_one_click_throws_all_of_it_away()
    {
        var before = await RealAsync();
        var designer = await host.EnterAsync(Designer.Person);
        var (path, id) = await StartAsync(designer, "zhujian");
        var folder = host.Services.GetRequiredService<DataDirectory>().File($"practice/{id}");
        Assert.True(Directory.Exists(folder));

        var thrown = await designer.SubmitAsync(path, $"{PracticeDoor.Prefix}/{id}/drill/throw-away");

        Assert.Equal("/practice", thrown.Headers.Location?.OriginalString);
        Assert.False(Directory.Exists(folder));
        Assert.Equal(HttpStatusCode.NotFound, (await designer.GetAsync(path)).StatusCode);
        Assert.Equal(before, await RealAsync());
    }

    [Fact]
    public async Task Nothing_of_the_office_can_be_reached_from_it_and_nobody_else_gets_in()
    {
        var designer = await host.EnterAsync(Designer.Person);
        var (path, id) = await StartAsync(designer, "zhujian");

        foreach (var page in new[] { "/api/elections", "/api/elections/practice-1/dossier", "/elsa/api/workflow-definitions", "/people", "/roll", "/design", "/statistics", "/account" })
            Assert.Equal(HttpStatusCode.NotFound, (await designer.GetAsync($"{PracticeDoor.Prefix}/{id}{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await designer.GetAsync("/elections/practice-1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await host.EnterAsync(Course.Member)).GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await host.Visit().GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await designer.GetAsync($"{PracticeDoor.Prefix}/none/elections")).StatusCode);
    }

    [Fact]
    public async Task Somebody_has_one_at_a_time_and_all_together_have_few()
    {
        var hall = host.Services.GetRequiredService<PracticeHall>();
        foreach (var drill in hall.All) await hall.DiscardAsync(drill.Id);
        var people = new[] { Designer.Person, Course.Staff, Course.OtherStaff };
        foreach (var person in people) await StartAsync(await host.EnterAsync(person), "zhujian");
        var first = hall.All.First(drill => drill.By == Course.Staff).Id;

        await StartAsync(await host.EnterAsync(Course.Staff), "zhujian");
        await host.GrantAsync(Course.Superior, Gongtui.Host.Identity.Roles.Designer);
        var full = await (await host.EnterAsync(Course.Superior)).SubmitAsync("/practice", "/practice/start", ("procedure", "zhujian"));

        Assert.Null(hall.Find(first));
        Assert.Equal(PracticeHall.Most, hall.All.Count);
        Assert.Equal(HttpStatusCode.Conflict, full.StatusCode);
        foreach (var drill in hall.All) await hall.DiscardAsync(drill.Id);
    }

    [Fact]
    public async Task What_stops_a_rehearsal_that_plays_is_told_on_its_bar()
    {
        var designer = await host.EnterAsync(Designer.Person);
        var (path, id) = await StartAsync(designer, "zhujian");
        var drill = host.Services.GetRequiredService<PracticeHall>().Find(id)!;
        await using (var db = await drill.Services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE journal SET hash = zeroblob(32)");
        await using (var db = await drill.Services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync())
            await db.Database.ExecuteSqlRawAsync("DELETE FROM snapshot");

        drill.Play(20);
        for (var wait = 0; drill.Rests is null && wait < 600; wait++) await Task.Delay(50);

        Assert.Equal(0, drill.Speed);
        Assert.StartsWith("出错停下", drill.Rests?.Zh, StringComparison.Ordinal);
        // The designer may go on or throw it away; pressing again tells the same.
        drill.Play(1);
        for (var wait = 0; drill.Speed > 0 && wait < 600; wait++) await Task.Delay(50);
        Assert.Equal(0, drill.Speed);
    }

    private async Task<(string Path, string Id)> StartAsync(Visitor visitor, string procedure)
    {
        var started = await visitor.SubmitAsync("/practice", "/practice/start", ("procedure", procedure));
        Assert.True(started.StatusCode == HttpStatusCode.Found, await Visitor.TextOf(started));
        var path = started.Headers.Location!.OriginalString;
        return (path, path.Split('/')[2]);
    }

    /// <summary>Everything real that a rehearsal could have touched.</summary>
    private async Task<string> RealAsync() => await host.InScopeAsync<GongtuiDb, string>(async db => string.Join(' ',
        await db.Elections.CountAsync(), await db.Tasks.CountAsync(), await db.People.CountAsync(), await db.Boxes.CountAsync(), await db.Notices.CountAsync(), await db.Accesses.CountAsync(),
        await db.Procedures.CountAsync(), await host.Services.GetRequiredService<ICheckpointStore>().PresentAsync(default).Select(present => present.Head.Entries).SumAsync()));

    private static async Task<string> EntryAsync(HttpResponseMessage zip, string name)
    {
        using var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(await archive.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
