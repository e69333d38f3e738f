using Gongtui.Activities;
using Gongtui.Activities.Elections;
using Gongtui.Activities.Rules;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Elections;
using Gongtui.Host.Identity;
using Gongtui.Host.Kernel;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Rehearsing;
using Gongtui.Host.Verbs.Pilot;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Standing = Gongtui.Host.Persistence.Standing;

namespace Gongtui.Host.Practice;

/// <summary>Makes rehearsals: an installation in a folder of its own with one procedure, invented people and an election that has begun.</summary>
internal sealed class DrillMaker(IDbContextFactory<GongtuiDb> procedures, IDataProtectionProvider keys, ILoggerFactory logs)
{
    /// <param name="version">The version to rehearse.</param>
    /// <param name="graph">The same, compiled.</param>
    /// <param name="folder">A new folder, which the rehearsal owns.</param>
    public async Task<Result<Drill>> MakeAsync(string id, string by, ProcedureRow version, WorkflowGraph graph, string folder, DateTimeOffset now)
    {
        var (data, script) = Script(graph, LocalTime.DateOf(now));
        var people = new DrillPeople(data, script);
        Drill? drill = null;
        var twin = Twin(folder, () => new PracticeMark(drill));
        drill = new(id, by, version, twin, folder, people, now);
        try
        {
            await PersistenceRoom.MigrateAsync(twin.Services);
            await PutProceduresAsync(twin.Services, version, graph);
            await KernelRoom.PrepareEngineAsync(twin.Services);
            await PutPeopleAsync(twin.Services, script);
            var begun = await BeginAsync(twin.Services, version, script, people.Instance);
            if (begun is null) return drill;
            await drill.DisposeAsync();
            return begun;
        }
        catch
        {
            await drill.DisposeAsync();
            throw;
        }
    }

    /// <summary>The organisation of the pilot that votes as this procedure does, moved to today and to the rules in force today.</summary>
    private static (PilotData Data, PilotElection Script) Script(WorkflowGraph graph, DateOnly today)
    {
        var data = PilotData.Read();
        var unit = data.Units.First(unit => unit.Procedure == RehearsalDesk.Alike(graph));
        var later = today.DayNumber - data.Start.DayNumber;
        data = data with { Start = today, RulePack = RulePacks.InForce(today)?.Id ?? data.RulePack };
        var organisation = unit.Organisations.First(one => one.Deputy.Count > 0);
        return (data, new(data, unit, organisation with { Name = $"演练支部", Meeting = organisation.Meeting.AddDays(later) }));
    }

    private WebApplication Twin(string folder, Func<PracticeMark> mark)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Gongtui:DataDirectory"] = folder,
            ["Gongtui:Demo"] = "true",
            ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
        });
        Rooms.Add(builder);
        builder.Services.AddSingleton(logs);
        // Forms of a rehearsal are read by the same program, so they are signed by the same key; nothing else is shared.
        builder.Services.AddSingleton(keys);
        builder.Services.AddSingleton(_ => mark());
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, DrillSeat>(DrillSeat.Scheme, null);
        builder.Services.PostConfigureAll<PolicySchemeOptions>(scheme => scheme.ForwardDefaultSelector = _ => DrillSeat.Scheme);
        return builder.Build();
    }

    /// <summary>The version to be rehearsed, published there whatever it is here, and the sections that it uses.</summary>
    private async Task PutProceduresAsync(IServiceProvider twin, ProcedureRow version, WorkflowGraph graph)
    {
        await using var here = await procedures.CreateDbContextAsync();
        await using var there = await twin.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        var ids = graph.Sections.Select(section => section.VersionId).Append(version.Id).Distinct().ToList();
        foreach (var row in await here.Procedures.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync())
        {
            (row.IsLatest, row.IsPublished, row.DeletedAt) = (true, true, null);
            row.PublishedAt ??= row.CreatedAt;
            there.Procedures.Add(row);
        }

        there.ProcedureTexts.AddRange(await here.ProcedureTexts.AsNoTracking().Where(text => ids.Contains(text.Id)).ToListAsync());
        await there.SaveChangesAsync();
    }

    private static async Task PutPeopleAsync(IServiceProvider twin, PilotElection script)
    {
        await using var db = await twin.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        var unit = script.Organisation.Id;
        db.Units.Add(new() { Id = unit, NameZh = script.Organisation.Name, NameEn = "Rehearsal branch" });
        db.People.AddRange(script.People.Select(person => DummyPerson.Row(person.Id, person.Name, unit, Of(person.Kind), person.Strokes, script.Organisation.Born.TryGetValue(person.Name, out var born) ? born : null)));
        foreach (var (id, name, role, everywhere) in DummyPerson.Office)
        {
            db.People.Add(DummyPerson.Row(id, name, null, Standing.Outside));
            db.Grants.Add(new() { Person = id, Role = role, Unit = everywhere ? "" : unit });
        }

        await db.SaveChangesAsync();
    }

    /// <returns>Why the election could not be started; null when it was.</returns>
    private static async Task<Refusal?> BeginAsync(IServiceProvider twin, ProcedureRow version, PilotElection script, string instance)
    {
        await using var scope = twin.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().FindAsync(DummyPerson.Office[0].Id);
        scope.ServiceProvider.GetRequiredService<CallerAccessor>().ActAs(staff!.Caller);
        var begun = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new StartElection(script.Organisation.Id, version.DefinitionId, $"【演练】{version.Name}", instance));
        return begun.Accepted ? null : begun.Refusal;
    }

    private static Standing Of(PersonKind kind) => kind switch
    {
        PersonKind.Full => Standing.Full,
        PersonKind.Probationary => Standing.Probationary,
        _ => Standing.Masses,
    };
}
