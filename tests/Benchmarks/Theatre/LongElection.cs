using System.Net.Http.Json;
using System.Text.Json;
using Gongtui.Host.Identity;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Benchmarks.Theatre;

/// <summary>An election of the demo branch whose plan goes to the superior and comes back until the journal is long: what people wrote, through the real API.</summary>
internal static class LongElection
{
    public const string Instance = "long-1";
    private const string Staff = "zj-01";
    private const string Superior = "gw-01";
    private const string Auditor = "gw-05";

    /// <summary>A new database with a key for each of those who act; the demo's people come with the first start.</summary>
    public static async Task<Keys> PrepareAsync(string file)
    {
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite(file);
        await using var db = new GongtuiDb(options.Options);
        await db.Database.MigrateAsync();
        string[] keys = [.. new[] { Staff, Superior, Auditor }.Select(person =>
        {
            var (text, row) = ApiKeys.Create(person, "benchmark", DateTimeOffset.UnixEpoch);
            db.ApiKeys.Add(row);
            return text;
        })];
        await db.SaveChangesAsync();
        SqliteConnection.ClearAllPools();
        return new(keys[0], keys[1], keys[2]);
    }

    /// <summary>Goes round until the journal has so many entries.</summary>
    /// <returns>How many it has.</returns>
    public static async Task<long> FillAsync(Uri address, Keys keys, long entries)
    {
        using HttpClient staff = Client(address, keys.Staff), superior = Client(address, keys.Superior), auditor = Client(address, keys.Auditor);
        await SendAsync(staff, "/api/elections", new { unit = "zj", procedure = "zhujian", title = "很长的选举", id = Instance });
        for (var round = 1; ; round++)
        {
            await SendAsync(staff, $"/api/tasks/{Instance}/plan-{round}/complete", new { decision = "submit", fields = Plan });
            if (round % 100 == 0 && await LengthAsync(auditor) is var length && length >= entries) return length;
            await SendAsync(superior, $"/api/tasks/{Instance}/approval-{round}/complete", new { decision = "return", fields = new { reason = $"第 {round} 次退回：请补充。" } });
        }
    }

    public static HttpClient Client(Uri address, string key)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Authorization", "ApiKey " + key);
        return client;
    }

    private static object Plan { get; } = new
    {
        parameters = new
        {
            posts = new object[]
            {
                new { post = "secretary", name = new { zh = "书记", en = "Secretary" }, seats = 1, mode = "Equal" },
                new { post = "member", name = new { zh = "委员", en = "Member" }, seats = 3, mode = "Differential" },
            },
        },
        meetingOn = "2099-01-05",
        place = "会议室",
        conditions = "正式党员",
    };

    private static async Task<long> LengthAsync(HttpClient auditor) =>
        (await auditor.GetFromJsonAsync<JsonElement>($"/api/elections/{Instance}/journal/1")).GetProperty("last").GetInt64();

    private static async Task SendAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}

/// <summary>API keys of those who act.</summary>
internal sealed record Keys(string Staff, string Superior, string Auditor);
