using System.Collections.Frozen;
using System.Reflection;
using Gongtui.Host.Home;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Mediation;
using Gongtui.Host.People;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongtui.Host.Tests.Mediation;

public sealed class PipelineTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly IEnumerable<Type> Requests = typeof(Program).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && ResponseOf(type) is not null);

    /// <summary>A request that declares nothing is refused to everybody; one with a foreign response would not be judged at all.</summary>
    [Fact]
    public void Every_request_says_who_may_send_it_and_can_be_refused()
    {
        Assert.DoesNotContain(Requests, type => type.GetCustomAttribute<AllowedToAttribute>() is null);
        Assert.DoesNotContain(Requests, type => ResponseOf(type) is not { IsGenericType: true } response || response.GetGenericTypeDefinition() != typeof(Result<>));
    }

    [Fact]
    public void Every_request_has_its_handler()
    {
        using var scope = host.Services.CreateScope();

        Assert.DoesNotContain(Requests, type =>
            scope.ServiceProvider.GetService(typeof(IRequestHandler<,>).MakeGenericType(type, ResponseOf(type)!)) is null);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_a_wrong_role_is_named()
    {
        var stranger = await SendAsync(Caller.Nobody, new HomeQuery());
        var member = await SendAsync(Someone("unit:zj:member"), new PeopleQuery(null));
        var admin = await SendAsync(Someone("role:admin"), new PeopleQuery(null));

        Assert.Equal(Kinds.SignInRequired, stranger.Refusal?.Kind);
        Assert.Equal((Kinds.Forbidden, "管理员"), (member.Refusal?.Kind, member.Refusal?.Expected));
        Assert.True(admin.Accepted);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_before_anything_is_done_but_after_asking_who_it_is()
    {
        var admin = await SendAsync(Someone("role:admin"), new AddPeople("zj", Standing.Full, " \n "));
        var stranger = await SendAsync(Caller.Nobody, new AddPeople("zj", Standing.Full, " \n "));

        Assert.Equal(Kinds.Invalid, admin.Refusal?.Kind);
        Assert.Equal(Kinds.SignInRequired, stranger.Refusal?.Kind);
    }

    [Theory]
    [InlineData("unit:zj:staff", true)]
    [InlineData("unit:other:staff", false)]
    [InlineData("unit:zj:member", false)]
    public void A_role_counts_in_its_own_unit(string principal, bool allowed) =>
        Assert.Equal(allowed, new AllowedToAttribute(Roles.Staff).Allows(Someone(principal), "zj"));

    [Fact]
    public async Task An_inbox_is_read_page_by_page_in_the_order_of_due_dates_without_what_excludes_the_reader()
    {
        await host.InScopeAsync<GongtuiDb, int>(async db =>
        {
            for (var i = 1; i <= 7; i++)
            {
                db.Tasks.Add(Row(i, i == 4 ? "[\"person:me\"]" : "[]"));
                db.Inbox.Add(new InboxRow { Principal = i % 2 == 0 ? "unit:q:member" : "person:me", Due = i <= 5 ? 1000 - i : InboxRow.NoDue, Task = i });
            }

            db.Inbox.Add(new InboxRow { Principal = "unit:q:member", Due = 995, Task = 5 });
            return await db.SaveChangesAsync();
        });

        var me = Someone("unit:q:member");
        var first = (await SendAsync(me, new MyOpenTasks(3))).Value!;
        var second = (await SendAsync(me, new MyOpenTasks(3, first.Next))).Value!;
        var third = (await SendAsync(me, new MyOpenTasks(3, new InboxMark(InboxRow.NoDue, 7)))).Value!;

        Assert.Equal([5, 3, 2], first.Tasks.Select(task => task.Id));
        Assert.Equal([1, 6, 7], second.Tasks.Select(task => task.Id));
        Assert.Null(second.Next);
        Assert.Empty(third.Tasks);
    }

    [Fact]
    public async Task A_page_reaches_past_a_hundred_tasks_that_its_reader_cannot_do()
    {
        await host.InScopeAsync<GongtuiDb, int>(async db =>
        {
            for (var i = 1001; i <= 1104; i++)
            {
                db.Tasks.Add(Row(i, i <= 1100 ? "[\"person:reader\"]" : "[]"));
                db.Inbox.Add(new InboxRow { Principal = "person:reader", Due = i, Task = i });
            }

            return await db.SaveChangesAsync();
        });

        var reader = new Caller("reader", "读者", null, FrozenSet.Create(StringComparer.Ordinal, "person:reader"));
        var first = (await SendAsync(reader, new MyOpenTasks(20))).Value!;
        Assert.Equal([1101, 1102, 1103, 1104], first.Tasks.Select(task => task.Id));
        Assert.Null(first.Next);

        // A small page gives up after ten runs and says where it stopped: nothing is lost, and nobody waits for a whole list.
        var small = (await SendAsync(reader, new MyOpenTasks(5))).Value!;
        Assert.Empty(small.Tasks);
        Assert.Equal([1101, 1102, 1103, 1104], (await SendAsync(reader, new MyOpenTasks(5, new InboxMark(1100, 1100)))).Value!.Tasks.Select(task => task.Id));
        Assert.Equal(new InboxMark(1050, 1050), small.Next);
    }

    private static TaskRow Row(long id, string excluded) => new()
    {
        Id = id,
        Instance = "pages",
        Task = $"plan-{id}",
        Kind = "plan",
        TitleZh = "题",
        TitleEn = "title",
        Unit = "q",
        State = "Open",
        Assignees = "[]",
        Excluded = excluded,
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    private static Caller Someone(params string[] principals) =>
        new("me", "我", null, principals.Append("person:me").ToFrozenSet(StringComparer.Ordinal));

    private static Type? ResponseOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>))?.GetGenericArguments()[0];

    private async Task<Result<T>> SendAsync<T>(Caller caller, IRequest<Result<T>> request)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().ActAs(caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
