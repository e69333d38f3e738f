using System.Text.Json.Nodes;
using Gongtui.Engine.State;
using Gongtui.Host.Identity;
using Gongtui.Host.Mediation;
using Gongtui.Host.Persistence;
using Gongtui.Host.Procedures.Texts;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Api.Instances;

/// <summary>The list of runs with its filters.</summary>
internal static class InstanceListApi
{
    private const int LongestPage = 200;
    private static readonly string[] Statuses = ["Running", "Finished"];
    private static readonly string[] SubStatuses = ["Pending", "Executing", "Suspended", "Finished", "Cancelled", "Faulted", "Interrupted"];

    public static void MapInstanceList(this RouteGroupBuilder api)
    {
        api.MapGet("/workflow-instances", (HttpContext context, GongtuiDb db, JournalReader reader, CallerAccessor callers, InstanceAnswers answers) =>
            ListAsync(FromQuery(context.Request), context, db, reader, callers, answers));
        api.MapPost("/workflow-instances", async (HttpContext context, GongtuiDb db, JournalReader reader, CallerAccessor callers, InstanceAnswers answers) =>
        {
            var body = await context.Request.OptionalBodyAsync();
            return body.Accepted ? await ListAsync(body.Value, context, db, reader, callers, answers) : ElsaAnswer.Refused(context, body.Refusal);
        });
    }

    private static async Task<IResult> ListAsync(
        JsonObject filter, HttpContext context, GongtuiDb db, JournalReader reader, CallerAccessor callers, InstanceAnswers answers)
    {
        if ((Unknown(filter, "status", "statuses", Statuses) ?? Unknown(filter, "subStatus", "subStatuses", SubStatuses)) is { } wrong)
            return ElsaAnswer.Refused(context, Refusals.Invalid(new($"没有“{wrong}”这种状态。", $"There is no status “{wrong}”."), string.Join(", ", Statuses.Concat(SubStatuses).Distinct()), wrong));
        var cancellationToken = context.RequestAborted;
        var rows = Filtered(InstanceDoor.Visible(db.Elections.AsNoTracking(), callers.Current), filter, db);
        var total = await rows.CountAsync(cancellationToken);
        var size = Math.Clamp(filter.Number("pageSize") ?? LongestPage, 1, LongestPage);
        var page = await Ordered(rows, filter).Skip((filter.Number("page") ?? 0) * size).Take(size).ToListAsync(cancellationToken);
        var ids = page.ConvertAll(row => row.Procedure);
        var versions = await db.Procedures.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var items = new JsonArray();
        foreach (var row in page)
        {
            var updated = row.EndedAt ?? (await reader.LoadAsync(row.Instance, cancellationToken))?.State.At ?? row.StartedAt;
            items.Add(answers.Line(row, versions.GetValueOrDefault(row.Procedure), updated));
        }

        return ElsaAnswer.Ok(new JsonObject { ["items"] = items, ["totalCount"] = total });
    }

    private static IQueryable<ElectionRow> Filtered(IQueryable<ElectionRow> rows, JsonObject filter, GongtuiDb db)
    {
        if (filter["isSystem"] is JsonValue system && system.TryGetValue<bool>(out var wanted) && wanted) return rows.Where(_ => false);
        var definitions = All(filter, "definitionId", "definitionIds");
        if (definitions.Count > 0) rows = rows.Where(row => db.Procedures.Any(version => version.Id == row.Procedure && definitions.Contains(version.DefinitionId)));
        if (filter.Number("version") is { } number) rows = rows.Where(row => db.Procedures.Any(version => version.Id == row.Procedure && version.Version == number));
        if (filter.Text("correlationId") is { Length: > 0 }) rows = rows.Where(_ => false);
        if (filter["hasIncidents"] is JsonValue incidents && incidents.TryGetValue<bool>(out var any)) rows = rows.Where(row => row.Incidents > 0 == any);
        var states = All(filter, "status", "statuses");
        if (states.Count > 0)
        {
            var (running, finished) = (states.Contains("Running"), states.Contains("Finished"));
            rows = rows.Where(row => row.EndedAt == null ? running : finished);
        }

        var subs = All(filter, "subStatus", "subStatuses").Select(sub => sub == "Suspended" ? "Running" : sub).ToList();
        if (subs.Count > 0) rows = rows.Where(row => subs.Contains(row.Status));
        if (filter.Text("searchTerm")?.Trim() is { Length: > 0 } text)
            rows = rows.Where(row => row.TitleZh.Contains(text) || row.TitleEn.Contains(text) || row.Instance == text || row.Procedure == text);
        foreach (var stamp in filter.Objects("timestampFilters")) rows = Stamped(rows, stamp);
        return rows;
    }

    private static IQueryable<ElectionRow> Stamped(IQueryable<ElectionRow> rows, JsonObject filter)
    {
        if (!DateTimeOffset.TryParse(filter.Text("timestamp"), System.Globalization.CultureInfo.InvariantCulture, out var at)) return rows;
        var ended = filter.Text("column") is "FinishedAt";
        return (filter.Text("operator"), ended) switch
        {
            ("GreaterThan" or "GreaterThanOrEqual", false) => rows.Where(row => row.StartedAt >= at),
            ("LessThan" or "LessThanOrEqual", false) => rows.Where(row => row.StartedAt <= at),
            ("GreaterThan" or "GreaterThanOrEqual", true) => rows.Where(row => row.EndedAt >= at),
            ("LessThan" or "LessThanOrEqual", true) => rows.Where(row => row.EndedAt <= at),
            _ => rows,
        };
    }

    private static IQueryable<ElectionRow> Ordered(IQueryable<ElectionRow> rows, JsonObject filter) =>
        (filter.Text("orderBy"), filter.Text("orderDirection") == "Ascending") switch
        {
            ("Name", true) => rows.OrderBy(row => row.TitleZh).ThenBy(row => row.Instance),
            ("Name", false) => rows.OrderByDescending(row => row.TitleZh).ThenBy(row => row.Instance),
            ("Finished", true) => rows.OrderBy(row => row.EndedAt).ThenBy(row => row.Instance),
            ("Finished", false) => rows.OrderByDescending(row => row.EndedAt).ThenBy(row => row.Instance),
            (_, true) => rows.OrderBy(row => row.StartedAt).ThenBy(row => row.Instance),
            _ => rows.OrderByDescending(row => row.StartedAt).ThenBy(row => row.Instance),
        };

    private static string? Unknown(JsonObject filter, string one, string many, string[] known) =>
        All(filter, one, many).FirstOrDefault(word => !known.Contains(word));

    private static List<string> All(JsonObject filter, string one, string many) =>
        [.. filter.Texts(many), .. filter.Text(one) is { Length: > 0 } single ? new[] { single } : []];

    private static JsonObject FromQuery(HttpRequest request)
    {
        var filter = new JsonObject();
        foreach (var name in new[] { "searchTerm", "definitionId", "correlationId", "status", "subStatus", "orderBy", "orderDirection" })
            if (request.Text(name) is { Length: > 0 } text) filter[name] = text;
        foreach (var name in new[] { "page", "pageSize", "version" })
            if (request.Number(name) is { } number) filter[name] = number;
        foreach (var name in new[] { "definitionIds", "statuses", "subStatuses" })
            filter[name] = new JsonArray([.. request.Texts(name).Select(value => (JsonNode)value)]);
        foreach (var name in new[] { "hasIncidents", "isSystem" })
            if (request.Flag(name) is { } flag) filter[name] = flag;
        return filter;
    }
}
