using System.Text;
using Gongtui.Host.Audit.Reading;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Audit.Checkpoints;

/// <summary>Checkpoints and the journal of those who read: registrations and downloads.</summary>
public static class CheckpointsRoom
{
    public static void AddCheckpoints(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<ICheckpointStore, CheckpointTable>();
        services.AddSingleton<ReadingJournal>();
        services.AddSingleton<RecentReadings>();
        services.AddSingleton<CheckpointBook>();
        services.AddHostedService<CheckpointKeeper>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Recording<,>));
    }

    public static void MapCheckpoints(this WebApplication app) =>
        app.MapGet("/checkpoints/{number:long}", async (long number, IMediator mediator, HttpContext context) =>
        {
            var result = await mediator.Send(new DownloadCheckpoint(number), context.RequestAborted);
            return result.Accepted
                ? Results.Bytes(Encoding.UTF8.GetBytes(result.Value.ToText()), "text/plain; charset=utf-8", $"checkpoint-{number}.txt")
                : result.ToHttp(context);
        }).WithTags("Audit").WithSummary("A signed checkpoint over all journals, to keep outside");
}
