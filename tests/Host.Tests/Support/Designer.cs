using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gongtui.Host.Identity;
using Gongtui.Host.Procedures.Texts;
using Xunit;

namespace Gongtui.Host.Tests.Support;

/// <summary>Somebody who designs procedures by the editor's own calls, in one browser tab.</summary>
public sealed class Designer(HttpClient client, string editor)
{
    public const string Person = "gw-06";
    public const string Admin = "gw-07";
    private const string Api = "/elsa/api/";

    public HttpClient Client { get; } = client;

    public static async Task<Designer> EnterAsync(TestHost host, string person = Person, string editor = "") =>
        new((await host.EnterAsync(person)).Client, editor);

    /// <summary>Somebody with another role who was made a designer, too.</summary>
    public static async Task<Designer> MakeAsync(TestHost host, string person, string editor = "")
    {
        await host.GrantAsync(person, Roles.Designer);
        return await EnterAsync(host, person, editor);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, Api + path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (editor.Length > 0) request.Headers.Add(DefinitionModel.EditorHeader, editor);
        return await Client.SendAsync(request);
    }

    /// <summary>Sends something that must be accepted.</summary>
    public async Task<JsonNode> AskAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>Sends something that must be refused, and gives what the editor would show.</summary>
    public async Task<(JsonObject Problem, string Message)> RefusedAsync(HttpStatusCode status, HttpMethod method, string path, JsonNode? body = null)
    {
        var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{method} {path}: {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!.AsObject();
        return (problem, string.Join('\n', problem["errors"]!["generalErrors"]!.AsArray().Select(error => (string?)error)));
    }

    public Task<JsonNode> LatestAsync(string definitionId) => AskAsync(HttpMethod.Get, $"workflow-definitions/by-definition-id/{definitionId}?versionOptions=Latest");

    /// <summary>Saves a model and gives the stored one back.</summary>
    public async Task<JsonNode> SaveAsync(JsonNode model, bool publish = false) =>
        (await AskAsync(HttpMethod.Post, "workflow-definitions", Envelope(model, publish)))["workflowDefinition"]!.DeepClone();

    public static JsonObject Envelope(JsonNode model, bool publish = false) => new() { ["model"] = model.DeepClone(), ["publish"] = publish };

    /// <summary>A new procedure: a flowchart of these nodes, each connected to the next.</summary>
    public static JsonObject Chart(string name, params (string Id, string Type)[] nodes)
    {
        var activities = new JsonArray([.. nodes.Select(node => new JsonObject
        {
            ["id"] = node.Id, ["name"] = node.Id, ["type"] = node.Type, ["version"] = 1, ["metadata"] = new JsonObject(),
        })]);
        var arrows = new JsonArray([.. nodes.Zip(nodes.Skip(1)).Select(pair => Arrow(pair.First.Id, pair.Second.Id))]);
        return new JsonObject
        {
            ["name"] = name,
            ["root"] = new JsonObject { ["id"] = "flow", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = activities, ["connections"] = arrows },
        };
    }

    public static JsonObject Arrow(string from, string to, string port = "Done") => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
