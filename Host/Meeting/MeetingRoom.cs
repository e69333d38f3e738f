using System.Text.Json;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Host.Boxes;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Inbox;
using Gongtui.Host.Inbox.Forms;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Meeting.Tasks;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongtui.Host.Meeting;

/// <summary>The members' meeting: registrations, the live count of those present, and the API.</summary>
public static class MeetingRoom
{
    public static void AddMeeting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ISheetKind, BallotSheets>();
        services.AddSingleton<ReceiptCookie>();
        services.AddScoped<BallotDesk>();
        services.AddScoped<ITaskFields, ClosedBallotFields>();
        services.AddScoped<ITaskFields, AnnounceFields>();
    }

    public static void MapMeeting(this WebApplication app)
    {
        app.MapPost("/elections/{instance}/quorum", PreviewQuorumAsync).ExcludeFromDescription();

        var api = app.MapGroup("/api/elections/{instance}").WithTags("Meeting");
        api.MapGet("/ballot", async (string instance, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new FindBallot(instance), context.RequestAborted)).ToHttp(context, BallotAnswer.Of))
            .WithSummary("The ballot of the open round, and whether the caller may cast it");
        api.MapPost("/ballot", CastAsync)
            .WithSummary("Votes; the answer is the receipt");
        api.MapPost("/ballot/close", CloseAsync)
            .WithSummary("Seals the box and counts; for the tellers and scrutineers of the round");
        api.MapGet("/hall", async (string instance, IMediator mediator, HttpContext context) =>
            (await mediator.Send(new ShowHall(instance), context.RequestAborted)).ToHttp(context, HallAnswer.Of))
            .WithSummary("Due, present, quorum, ballots issued and returned; nothing about votes");
    }

    private static async Task<IResult> PreviewQuorumAsync(
        string instance, IFormCollection form, ElectionDesk desk, CallerAccessor callers, HttpContext context)
    {
        if (await desk.FindAsync(instance, context.RequestAborted) is not { } run) return Results.NotFound();
        var election = run.Election();
        if (election.Unit is not { } unit || !callers.Current.HasIn(unit.Id, Roles.Staff) || election.Plan is null) return Results.NotFound();
        var counted = Attendance.Count(election, AttendanceFields.Read(new FormValues(form, LongLists.Finder(election)), election));
        return new RazorComponentResult<QuorumView>(new { Counted = counted.Fact, Problem = counted.Refusal, Election = election });
    }

    private static async Task<IResult> CastAsync(string instance, CastRequest request, IMediator mediator, HttpContext context)
    {
        BallotSheet sheet;
        try
        {
            sheet = BallotJson.Read(request.Sheet);
        }
        catch (JsonException problem)
        {
            return ProblemResponse.ToProblem(context, FormReader.Malformed(problem));
        }

        return (await mediator.Send(new CastBallot(instance, sheet, request.Attempt ?? ""), context.RequestAborted)).ToHttp(context);
    }

    private static async Task<IResult> CloseAsync(
        string instance, CloseRequest request, ElectionDesk desk, IMediator mediator, HttpContext context)
    {
        if (await desk.FindAsync(instance, context.RequestAborted) is not { } run)
            return ProblemResponse.ToProblem(context, KernelRefusals.UnknownElection(instance));
        var election = run.Election();
        if (election.Tasks.Values.FirstOrDefault(open => open.Kind == TaskKinds.CloseBallot) is not { } task)
            return ProblemResponse.ToProblem(context, BallotRefusals.NotVoting(election));
        var completion = new CompleteTask(
            instance, task.Id, request.Void ? Decisions.Void : Decisions.Count, request.Comment, PaperAccount.Write(request.Account ?? new()));
        return (await mediator.Send(completion, context.RequestAborted)).ToHttp(context);
    }
}
