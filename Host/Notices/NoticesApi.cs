using System.Text.Json;
using Gongtui.Activities;
using Gongtui.Host.Persistence;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Notices;

/// <summary>The notice board for programs.</summary>
public static class NoticesApi
{
    public static void MapNotices(this WebApplication app)
    {
        var api = app.MapGroup("/api/notices").WithTags("Notices");
        api.MapGet("", async (int? take, long? before, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ListNotices(take ?? 20, before), context.RequestAborted))
            .ToHttp(context, part => new NoticeAnswers(part.Notices.Select(line => NoticeAnswer.Of(line.Notice, line.Read)).ToList(), part.Next)))
            .WithSummary("Notices of the caller's units, newest first");
        api.MapGet("/{id:long}", async (long id, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new FindNotice(id), context.RequestAborted)).ToHttp(context, view => NoticeAnswer.Of(view.Notice, view.ReadAt is not null)))
            .WithSummary("A notice");
        api.MapPost("/{id:long}/read", async (long id, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ConfirmReading(id), context.RequestAborted)).ToHttp(context))
            .WithSummary("Confirms having read it");
    }

    private sealed record NoticeAnswers(IReadOnlyList<NoticeAnswer> Notices, long? Next);

    private sealed record NoticeAnswer(
        long Id, string Instance, string Notice, string Kind, Text Title, Text Body, IReadOnlyList<string> Audience, DateTimeOffset PublishedAt, bool Read)
    {
        public static NoticeAnswer Of(NoticeRow row, bool read) => new(
            row.Id, row.Instance, row.Notice, row.Kind, new(row.TitleZh, row.TitleEn), new(row.BodyZh, row.BodyEn),
            JsonSerializer.Deserialize<string[]>(row.Audience) ?? [], row.PublishedAt, read);
    }
}
