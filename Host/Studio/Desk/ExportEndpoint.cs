using Gongtui.Host.Identity;
using Gongtui.Host.Procedures;
using Gongtui.Host.Shell;
using MediatR;

namespace Gongtui.Host.Studio.Desk;

/// <summary>Several procedures chosen on the Design page as one archive.</summary>
public static class ExportEndpoint
{
    public const string Path = "/design/export";

    public static void MapExport(this WebApplication app) =>
        app.MapGet(Path, ExportAsync).RequireAuthorization(policy => policy.RequireRole(Roles.Designer)).ExcludeFromDescription();

    private static async Task<IResult> ExportAsync(string[] id, IMediator mediator, HttpContext context)
    {
        if (id.Length == 0) return Results.LocalRedirect(StudioRoom.Desk + "?nothing=true");
        var exported = await mediator.Send(new ExportProcedures(id, true), context.RequestAborted);
        return exported.Accepted ? Results.Bytes(exported.Value.Content, "application/zip", exported.Value.Name) : exported.ToHttp(context);
    }
}
