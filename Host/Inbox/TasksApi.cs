using System.Text.Json;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Inbox;

/// <summary>Tasks for programs: the same requests as the pages send.</summary>
public static class TasksApi
{
    public static void MapInbox(this WebApplication app)
    {
        var api = app.MapGroup("/api/tasks").WithTags("Tasks");
        api.MapGet("", async (int? take, long? due, long? after, IMediator mediator, HttpContext context) =>
            (await mediator.Send(
                new MyOpenTasks(Math.Clamp(take ?? 20, 1, 100), due is { } day && after is { } task ? new InboxMark(day, task) : null), context.RequestAborted))
            .ToHttp(context, part => new WaitingTasks(
                part.Tasks.Select(TaskAnswer.Of).ToList(), part.Next is { } next ? $"?due={next.Due}&after={next.Task}" : null)))
            .WithSummary("What waits for the caller, the earliest due first");
        api.MapGet("/done", async (int? take, long? before, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new MyDoneTasks(take ?? 20, before), context.RequestAborted))
            .ToHttp(context, part => new DoneTasks(part.Tasks.Select(TaskAnswer.Of).ToList(), part.Next)))
            .WithSummary("What the caller has done, newest first");
        api.MapGet("/{instance}/{task}", async (string instance, string task, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new FindTaskByName(instance, task), context.RequestAborted)).ToHttp(context, found => TaskAnswer.Of(found.Row)))
            .WithSummary("A task of one election");
        api.MapPost("/{instance}/{task}/complete", async (string instance, string task, CompleteBody body, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new CompleteTask(instance, task, body.Decision, body.Comment, body.Fields), context.RequestAborted)).ToHttp(context))
            .WithSummary("Completes a task; when the answer comes the next step has run and is on the disk");
        api.MapPost("/{instance}/{task}/claim", async (string instance, string task, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ClaimTask(instance, task), context.RequestAborted)).ToHttp(context))
            .WithSummary("Takes a task of a group on");
        api.MapPost("/{instance}/{task}/release", async (string instance, string task, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ClaimTask(instance, task, Release: true), context.RequestAborted)).ToHttp(context))
            .WithSummary("Gives it back");
    }

    private sealed record CompleteBody(string Decision, string? Comment = null, JsonElement? Fields = null);
}
