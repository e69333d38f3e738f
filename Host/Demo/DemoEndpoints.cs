using Gongtui.Host.Mediation;
using Gongtui.Host.Setup;
using Gongtui.Host.Shell;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Gongtui.Host.Demo;

/// <summary>The demo's helpers as forms that any page can carry. Outside demo mode these doors do not exist.</summary>
public static class DemoEndpoints
{
    public static void MapDemo(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<GongtuiOptions>().Demo) return;
        app.MapPost("/demo/cast", (HttpContext context, IMediator mediator, [FromForm] string instance, [FromForm] string box, [FromForm] string? @return) =>
            AnswerAsync(context, mediator.Send(new LetOthersCast(instance, box)), @return)).ExcludeFromDescription();
    }

    private static async Task AnswerAsync<T>(HttpContext context, Task<Result<T>> answer, string? @return)
    {
        var result = await answer;
        if (result.Accepted) context.Response.Redirect(LocalPath.Or(@return, "/"));
        else await ProblemResponse.WriteAsync(context, result.Refusal);
    }
}
