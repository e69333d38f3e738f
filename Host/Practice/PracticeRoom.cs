using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Gongtui.Host.Practice;

/// <summary>演练: rehearsals that people watch and take part in.</summary>
public static class PracticeRoom
{
    public static void AddPractice(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new PracticeMark(null));
        builder.Services.AddSingleton<DrillMaker>();
        builder.Services.AddSingleton<PracticeHall>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<PracticeHall>());
    }

    /// <summary>Before anything else looks at the address.</summary>
    public static void UsePractice(this WebApplication app)
    {
        app.UseMiddleware<PracticeDoor>();
        app.UseRouting();
    }

    public static void MapPractice(this WebApplication app)
    {
        app.MapPost("/practice/start", async ([FromForm] string procedure, IMediator mediator, HttpContext context) =>
        {
            var started = await mediator.Send(new StartPractice(procedure), context.RequestAborted);
            if (started.Accepted) context.Response.Redirect(started.Value.Path);
            else await ProblemResponse.WriteAsync(context, started.Refusal);
        }).ExcludeFromDescription();

        // Only within a rehearsal: elsewhere nothing runs that could be moved on.
        var drill = app.MapGroup("/drill").ExcludeFromDescription();
        drill.MapPost("/step", (PracticeMark mark, HttpContext context, [FromForm] string? @return) => DoAsync(mark, context, @return, running => running.StepAsync()));
        drill.MapPost("/end", (PracticeMark mark, HttpContext context, [FromForm] string? @return) => DoAsync(mark, context, @return, running => running.FinishAsync(context.RequestAborted)));
        drill.MapPost("/play", (PracticeMark mark, HttpContext context, [FromForm] int times, [FromForm] string? @return) => DoAsync(mark, context, @return, running =>
        {
            running.Play(times);
            return Task.CompletedTask;
        }));
        drill.MapPost("/as", (PracticeMark mark, HttpContext context, [FromForm] string person, [FromForm] string? @return) => DoAsync(mark, context, @return, running =>
        {
            context.Response.Cookies.Append(DrillSeat.Cookie, person, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = $"{PracticeDoor.Prefix}/{running.Id}", IsEssential = true });
            return Task.CompletedTask;
        }));
        drill.MapPost("/throw-away", (PracticeMark mark, HttpContext context, [FromForm(Name = "return")] string? from) => DoAsync(mark, context, "/practice", running =>
        {
            running.ThrowAway();
            return Task.CompletedTask;
        }));
    }

    private static async Task DoAsync(PracticeMark mark, HttpContext context, string? then, Func<Drill, Task> action)
    {
        if (mark.Running is not { } running)
        {
            await ProblemResponse.WriteAsync(context, PracticeRefusals.Gone);
            return;
        }

        await action(running);
        context.Response.Redirect(LocalPath.Or(then, $"/elections/{running.Instance}"));
    }
}
