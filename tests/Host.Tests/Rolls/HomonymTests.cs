using Gongtui.Activities.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.People;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Standing = Gongtui.Host.Persistence.Standing;

namespace Gongtui.Host.Tests.Rolls;

/// <summary>同名: nobody is marked alone, wherever the roll is edited.</summary>
public sealed class HomonymTests : IAsyncLifetime
{
    private readonly TestHost host = new();
    private Visitor staff = null!;

    public async Task InitializeAsync() => staff = await host.EnterAsync("zj-01");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_imported_roll_marks_both_or_is_not_adopted()
    {
        await RollFiles.UploadAsync(staff, RollFiles.Utf8("编号,姓名,区别标注,类别", "w1,王伟,,正式党员", "w2,王伟,财务科,正式党员"));
        Assert.Contains("有同名的人加了标注，这一行没有", await staff.ReadAsync("/roll/zj/preview"), StringComparison.Ordinal);

        await RollFiles.UploadAsync(staff, RollFiles.Utf8("编号,姓名,区别标注,类别", "w1,王伟,办公室,正式党员", "w2,王伟,财务科,正式党员"));
        await staff.SubmitAsync("/roll/zj/preview", "adopt");
        Assert.Equal(["办公室", "财务科"], await MarksAsync("王伟"));
    }

    [Fact]
    public async Task A_file_cannot_mark_only_the_namesake_of_somebody_who_stays()
    {
        await RollFiles.UploadAsync(staff, RollFiles.Utf8("编号,姓名,区别标注,类别", "w1,王伟,,正式党员"));
        await staff.SubmitAsync("/roll/zj/preview", "adopt");
        await RollFiles.UploadAsync(staff, RollFiles.Utf8("编号,姓名,区别标注,类别", "w2,王伟,财务科,正式党员"));
        var answer = await staff.SubmitAsync("/roll/zj/preview", "adopt");

        Assert.Contains("每人都要有各自的区别标注", await Visitor.TextOf(answer), StringComparison.Ordinal);
        Assert.Equal([null], await MarksAsync("王伟"));
    }

    [Fact]
    public async Task Whoever_edits_people_cannot_leave_a_namesake_unmarked()
    {
        await host.GrantAsync("zj-01", Roles.Admin);
        var first = await SendAsync(new AddPeople("zj", Standing.Full, "王伟"));
        Assert.True(first.Accepted);
        foreach (var lines in new[] { "王伟", "王伟,4,财务科" })
        {
            var second = await SendAsync(new AddPeople("zj", Standing.Full, lines));
            Assert.Equal((RefusalKinds.Duplicate, "王伟"), (second.Refusal?.Kind, second.Refusal?.Found));
            Assert.NotNull(second.Refusal!.NextStep);
        }

        Assert.True((await SendAsync(new AddPeople("zj", Standing.Full, "李娜,7"))).Accepted);
        var other = await IdAsync("李娜");
        var renamed = await SendAsync(Save(other, "王伟", "财务科"));
        Assert.Equal("mark", renamed.Refusal?.Field);
        Assert.True((await SendAsync(Save(await IdAsync("王伟"), "王伟", "办公室"))).Accepted);
        Assert.True((await SendAsync(Save(other, "王伟", "财务科"))).Accepted);
        Assert.Equal("mark", (await SendAsync(Save(other, "王伟", null))).Refusal?.Field);
        Assert.Equal("mark", (await SendAsync(Save(other, "王伟", "办公室"))).Refusal?.Field);
        Assert.Equal(["办公室", "财务科"], await MarksAsync("王伟"));
    }

    private static SavePerson Save(string id, string name, string? mark) => new(id, name, mark, null, 4, Standing.Full, Rights.Held, null, true, []);

    private async Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().AllAsync();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().ActAs(people["zj-01"].Caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private Task<List<string?>> MarksAsync(string name) => host.InScopeAsync<GongtuiDb, List<string?>>(db =>
        db.People.Where(row => row.Unit == "zj" && row.Active && row.Name == name).OrderBy(row => row.Mark).Select(row => row.Mark).ToListAsync());

    private Task<string> IdAsync(string name) => host.InScopeAsync<GongtuiDb, string>(db => db.People.Where(row => row.Name == name).Select(row => row.Id).SingleAsync());
}
