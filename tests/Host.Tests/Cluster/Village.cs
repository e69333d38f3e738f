using System.Security.Cryptography;
using Gongtui.Engine.Definitions;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;

namespace Gongtui.Host.Tests.Cluster;

/// <summary>A unit with as many members as an election is to have, and a small procedure: a plan, its notice, one box, the end.</summary>
internal static class Village
{
    public const string Unit = "village";
    public const string Staff = "v-staff";
    public const string Procedure = "small";

    private const string Diagram = """
        {"definitionId":"small","id":"small-1","version":1,"name":"小程序","root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
        {"id":"plan","type":"Gongtui.DraftPlan","version":1},
        {"id":"notice","type":"Gongtui.PublishNotice","version":1,"kind":{"typeName":"String","expression":{"type":"Literal","value":"plan"}}},
        {"id":"members","type":"Gongtui.CollectRecommendations","version":1,"channel":{"typeName":"String","expression":{"type":"Literal","value":"member"}}},
        {"id":"rest","type":"Elsa.Delay","version":1,"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:00:01"}}},
        {"id":"end","type":"Elsa.Finish","version":1}],"connections":[
        {"source":{"activity":"plan","port":"Done"},"target":{"activity":"notice","port":"In"}},
        {"source":{"activity":"notice","port":"Done"},"target":{"activity":"members","port":"In"}},
        {"source":{"activity":"members","port":"Done"},"target":{"activity":"rest","port":"In"}},
        {"source":{"activity":"rest","port":"Done"},"target":{"activity":"end","port":"In"}}]}}
        """;

    public static string Member(int number) => $"v-{number:000}";

    public static async Task BuildAsync(GongtuiDb db, int members)
    {
        db.Units.Add(new UnitRow { Id = Unit, NameZh = "村党支部", NameEn = "Village branch" });
        db.People.AddRange(Enumerable.Range(0, members).Select(number => Row(Member(number), $"党员{number}", Unit, Standing.Full)));
        db.People.Add(Row(Staff, "工作人员", null, Standing.Outside));
        db.Grants.Add(new GrantRow { Person = Staff, Role = Roles.Staff, Unit = Unit });
        var definition = WorkflowDefinition.Parse(Diagram);
        var bytes = definition.ToCanonicalBytes();
        db.ProcedureTexts.Add(new ProcedureTextRow { Id = definition.VersionId, Json = bytes });
        db.Procedures.Add(new ProcedureRow
        {
            Id = definition.VersionId, DefinitionId = Procedure, Version = 1, Name = definition.Name, Hash = SHA256.HashData(bytes),
            IsLatest = true, IsPublished = true, CreatedAt = DateTimeOffset.UnixEpoch, CreatedBy = "test", PublishedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
    }

    private static PersonRow Row(string id, string name, string? unit, Standing standing) => new()
    {
        Id = id, Name = name, Unit = unit, Standing = standing, Strokes = 1, Born = new DateOnly(1980, 1, 1), Stamp = Guid.NewGuid().ToString("N"),
    };
}
