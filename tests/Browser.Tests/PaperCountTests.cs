using Gongtui.Browser.Tests.Journeys;
using Xunit;

namespace Gongtui.Browser.Tests;

/// <summary>Paper ballots counted by two parties independently, a difference shown by its row, a homonym written in, the result announced.</summary>
public sealed class PaperCountTests(HostProcess host, Chromium chromium) : BrowserTest(host, chromium)
{
    private const string Admin = "gw-07";
    private const string Namesake = "zj-14";
    private const string SecondNamesake = "zj-17";

    [BrowserFact]
    public async Task Two_counts_that_differ_are_repeated_until_they_agree()
    {
        var course = new Course("纸质选票换届选举", _ => AtADeskAsync(), album: true);
        var admin = await course.AsAsync(Admin);
        await CallAsync(admin, Namesake, "谭淑珍", "一科");
        await CallAsync(admin, SecondNamesake, "谭淑珍", "二科");
        await course.StartAsync();
        // The roll is taken; other elections of this Host know them as before.
        await CallAsync(admin, SecondNamesake, "熊伟东", "");
        await CallAsync(admin, Namesake, "谭淑珍", "");
        await course.PlanAsync();
        await course.ApprovePlanAsync();
        await course.PublishPlanAsync();
        await course.ChooseCandidatesAsync();
        await course.OpenMeetingAsync(onPaper: true);
        await course.AccountForPaperAsync();
        await course.CountByHandAsync("谭淑珍", "谭淑珍（二科）");
        await course.AnnouncePaperAsync("谭淑珍（二科）");
    }

    private static async Task CallAsync(Person admin, string id, string name, string mark)
    {
        await admin.GoAsync($"/people/{id}");
        await admin.Page.GetByLabel("姓名", new() { Exact = true }).FillAsync(name);
        await admin.Page.GetByLabel("区别标注").FillAsync(mark);
        await admin.PressAsync("保存");
        await admin.SeeAsync("已保存");
        Assert.Equal(name, await admin.Page.GetByLabel("姓名", new() { Exact = true }).InputValueAsync());
    }
}
