using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Gongtui.Activities.Elections;
using Gongtui.Engine.Execution;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures;
using Gongtui.Host.Tenure;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Refusal = Gongtui.Activities.Elections.Refusal;

namespace Gongtui.Host.Elections;

/// <summary>Starts an election of a unit by a published procedure, with the unit's roll as it stands now.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Procedure">Definition id of the procedure.</param>
/// <param name="Title">What the election is called.</param>
/// <param name="Instance">Its id; asking again with the same one does not start a second. Null for a new one.</param>
/// <param name="From">The run that it follows and takes its beginning from; null when it begins by itself.</param>
[AllowedTo(Roles.Staff)]
public sealed partial record StartElection(string Unit, string Procedure, string Title, string? Instance = null, string? From = null)
    : ICommand<StartedElection>, IForUnit, IChecked
{
    private const int LongestTitle = 100;

    /// <summary>A new id: the day, then eight random digits.</summary>
    public static string NewId(DateOnly today) => $"{today:yyyyMMdd}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    public Refusal? Check()
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > LongestTitle)
        {
            return Refusals.Invalid(new("请填写选举名称，不超过 100 字。", "Give the election a name of at most 100 characters."), $"1–{LongestTitle}", $"{Title?.Trim().Length ?? 0}")
                with { Field = "title" };
        }

        return Instance is null || IdForm().IsMatch(Instance)
            ? null
            : Refusals.Invalid(new("编号只能由小写字母、数字和连字符组成。", "An id consists of small letters, digits and hyphens."), "[a-z0-9-]{4,40}", Instance) with { Field = "instance" };
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{3,39}$")]
    private static partial Regex IdForm();
}

/// <summary>An election that has begun.</summary>
public sealed record StartedElection(string Instance);

public sealed class StartElectionHandler(GongtuiDb db, GraphCatalog procedures, ElectionDesk desk, FollowUps followUps)
    : IRequestHandler<StartElection, Result<StartedElection>>
{
    public async Task<Result<StartedElection>> Handle(StartElection request, CancellationToken cancellationToken)
    {
        var unit = await db.Units.AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.Unit, cancellationToken);
        if (unit is null) return Refusals.NotFound(new("这个单位", "This unit"), request.Unit) with { Field = "unit" };
        if (procedures.Published(request.Procedure) is not { } graph)
            return Refusals.NotFound(new("这个已发布的程序", "This published procedure"), request.Procedure) with { Field = "procedure" };

        if (await db.Procedures.AsNoTracking().FirstOrDefaultAsync(row => row.Id == graph.VersionId && row.RunsInside, cancellationToken) is { } section)
            return ProcedureRefusals.OnlyInside(section.Name);

        var origin = request.From is null ? null : await followUps.CarriedOverAsync(request.From, request.Unit, request.Procedure, cancellationToken);
        if (origin is { Accepted: false }) return origin.Refusal;

        var roll = await db.RollAsync(request.Unit, cancellationToken);
        var instance = request.Instance ?? StartElection.NewId(desk.Today);
        var input = new Dictionary<string, object?>
        {
            ["unit"] = FormReader.Write(new UnitRef(unit.Id, unit.NameZh)),
            ["title"] = request.Title.Trim(),
            ["roll"] = FormReader.Write<IReadOnlyList<Person>>(roll),
        };
        if (origin is not null) input["origin"] = FormReader.Write(origin.Value);
        var sent = await desk.SendAsync((now, by) => new StartCommand(instance, graph) { Now = now, By = by, Input = input }, cancellationToken);
        return sent.Accepted ? new StartedElection(instance) : sent.Refusal;
    }
}
