using System.Text;
using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Tests.Api;

/// <summary>What the calls are about: procedures without election steps, and runs of them. Placeholders in a call become ids of these.</summary>
public sealed class ConformanceScene
{
    private const string Login = "conformance";
    private const string Password = "correct horse battery";
    private readonly Dictionary<string, string> fixedIds = [];

    private ConformanceScene(Designer designer, string key) => (Designer, Key) = (designer, key);

    public Designer Designer { get; }

    /// <summary>An API key of the designer's.</summary>
    public string Key { get; }

    public static async Task<ConformanceScene> SetAsync(TestHost host)
    {
        var key = await host.InScopeAsync<GongtuiDb, string>(async db =>
        {
            var (text, row) = ApiKeys.Create(Designer.Person, "conformance", DateTimeOffset.UnixEpoch);
            db.ApiKeys.Add(row);
            var admin = await db.People.SingleAsync(person => person.Id == Designer.Admin);
            admin.Login = Login;
            new PasswordHasher<PersonRow>().Set(admin, Password);
            await db.SaveChangesAsync();
            return text;
        });
        await host.InScopeAsync<PeopleDirectory, int>(people =>
        {
            people.Forget();
            return Task.FromResult(0);
        });
        var scene = new ConformanceScene(await Designer.EnterAsync(host), key);
        await scene.PrepareAsync();
        return scene;
    }

    /// <summary>A text of a call with its placeholders filled in. Some stand for something new each time, because the call uses it up.</summary>
    public async Task<string> FillAsync(string text)
    {
        var filled = new StringBuilder(text);
        foreach (var (name, id) in fixedIds) filled.Replace($"{{{name}}}", id);
        if (text.Contains("{mine", StringComparison.Ordinal))
        {
            var mine = await Designer.SaveAsync(Chart("mine"), publish: true);
            filled.Replace("{mineVersion}", (string)mine["id"]!).Replace("{mine}", (string)mine["definitionId"]!);
        }

        if (text.Contains("{draft}", StringComparison.Ordinal)) filled.Replace("{draft}", (string)(await Designer.SaveAsync(Chart("draft")))["definitionId"]!);
        if (text.Contains("{cancelled}", StringComparison.Ordinal)) filled.Replace("{cancelled}", await RunAsync(fixedIds["published"]));
        return filled.ToString();
    }

    private async Task PrepareAsync()
    {
        var chart = Chart("published");
        chart["toolVersion"] = "3.8.0.0";
        chart["variables"] = new JsonArray(new JsonObject
        {
            ["id"] = "v1", ["name"] = "V1", ["typeName"] = "String", ["isArray"] = false, ["value"] = "v", ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver",
        });
        var published = await Designer.SaveAsync(chart, publish: true);
        fixedIds["published"] = (string)published["definitionId"]!;
        fixedIds["publishedVersion"] = (string)published["id"]!;
        fixedIds["login"] = Login;
        fixedIds["password"] = Password;
        fixedIds["instance"] = await RunAsync(fixedIds["published"]);
        fixedIds["execution"] = (string)(await Designer.AskAsync(
            HttpMethod.Get, $"activity-executions/list?workflowInstanceId={fixedIds["instance"]}&activityNodeId=Workflow1:flow:line"))["items"]![0]!["id"]!;
        var ending = await Designer.SaveAsync(Designer.Chart("ending", ("line", "Elsa.WriteLine")), publish: true);
        fixedIds["finished"] = await RunAsync((string)ending["definitionId"]!);
    }

    private async Task<string> RunAsync(string definitionId) =>
        (string)(await Designer.AskAsync(HttpMethod.Post, $"workflow-definitions/{definitionId}/dispatch", new JsonObject { ["versionOptions"] = "Published", ["correlationId"] = "c" }))["workflowInstanceId"]!;

    private static JsonObject Chart(string name)
    {
        var chart = Designer.Chart(name, ("begin", "Elsa.Start"), ("line", "Elsa.WriteLine"), ("wait", "Elsa.Event"));
        chart["root"]!["name"] = "Flowchart1";
        chart["description"] = "d";
        chart["root"]!["activities"]![1]!["text"] = Literal("hello");
        chart["root"]!["activities"]![2]!["eventName"] = Literal("go");
        return chart;
    }

    private static JsonObject Literal(string value) =>
        new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
