using System.Text;
using System.Text.Json;
using Gongtui.Activities.Rules.Ballots;
using Gongtui.Host.Boxes;
using Gongtui.Host.Meeting;
using Gongtui.Host.Meeting.Ballots;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;
using static Gongtui.Host.Tests.Meeting.MeetingScript;

namespace Gongtui.Host.Tests.Meeting;

/// <summary>The curious administrator with the logs, the main database and the journal of a whole vote.</summary>
public sealed class SecrecyTests(MeetingHost host) : IClassFixture<MeetingHost>
{
    [Fact]
    public async Task No_sheet_no_choice_and_no_receipt_is_outside_the_box()
    {
        var meeting = await host.MeetAsync();
        await meeting.OpenAsync();
        var form = (await meeting.ElectionAsync()).Voting;
        var paper = new Gongtui.Activities.Voting.BallotForm(form.Round, form.Contests, new());
        var (sheets, receipts) = (new List<BallotSheet>(), new List<string>());
        foreach (var (index, person) in Members(1, 29).Index())
        {
            // Everybody writes in two others of their own choice: a ballot like no other.
            var sheet = new BallotSheet(1,
            [
                new(Secretary, [new("zj-03", Mark.Against, $"zj-{(index % 20) + 9:00}")]),
                new(Deputy, [new("zj-04", Mark.Approve)]),
                new(Member, [new("zj-05", Mark.Against, $"zj-{((index + 7) % 20) + 9:00}"), new("zj-06", index % 2 == 0 ? Mark.Approve : Mark.Abstain)]),
            ]);
            sheets.Add(sheet);
            receipts.Add((await meeting.CastAsync(person, sheet, $"attempt-of-{person}")).Value!.Text);
        }

        // One by the page, with a ballot that is handed back first.
        var voter = await host.EnterAsync("zj-30");
        var page = $"/elections/{meeting.Instance}/ballot";
        var all = Enumerable.Range(0, 4).Select(i => (BallotFields.MarkName(2, i), BallotFields.Approve));
        await voter.SubmitAsync(page, "ballot", [("step", "check"), ("round", "1"), (BallotFields.InsteadName(0, 0), "查无此人甲乙丙"), .. all]);
        await voter.SubmitAsync(page, "ballot", [("step", "cast"), ("round", "1"), ("attempt", "attempt-of-zj-30"), (BallotFields.MarkName(0, 0), BallotFields.Approve)]);
        var keys = await KeysAsync();
        await meeting.CloseAsync();

        var places = new Dictionary<string, string> { ["log"] = host.Log };
        foreach (var file in await FilesAsync()) places[Path.GetFileName(file)] = await LatinAsync(file);
        var reading = new BallotReading(paper, id => id, _ => null);
        var secrets = sheets.SelectMany(sheet => Spellings(sheet, reading.Write(sheet)))
            .Concat(keys).Concat(receipts).Concat(receipts.Select(text => text.Replace(" ", "", StringComparison.Ordinal)))
            .Append("查无此人甲乙丙").Append("attempt-of-").Append(BallotFields.MarkName(2, 3)).Append(BallotFields.InsteadName(0, 0))
            .Distinct().ToList();

        Assert.Contains("gongtui.db", places.Keys);
        Assert.Equal(30 * 2 * 4, keys.Count);
        foreach (var (place, text) in places)
            Assert.Empty(secrets.Where(secret => text.Contains(Latin(secret), StringComparison.Ordinal)).Select(secret => $"{secret} in {place}"));
    }

    [Fact]
    public void What_carries_a_ballot_prints_nothing_of_it()
    {
        var sheet = new BallotSheet(1, [new(Secretary, [new("zj-03", Mark.Against, "zj-17")])]);

        object[] carriers = [sheet, sheet.Contests[0], sheet.Contests[0].Lines[0], new CastBallot("e", sheet, "secret-attempt"), new CastRequest(BallotJson.Write(sheet), "secret-attempt"), new CastSheet("e/1", BallotJson.Write(sheet), "secret-attempt")];

        Assert.All(carriers, carrier => Assert.DoesNotMatch("zj-|Against|secret", carrier.ToString()));
    }

    [Fact]
    public void A_malformed_ballot_is_not_quoted()
    {
        var fault = Assert.Throws<JsonException>(() => BallotJson.Read(JsonElement.Parse("""{"round":1,"contests":[{"post":"p","lines":[{"person":"zj-03","mark":"whisper"}]}]}""")));

        Assert.DoesNotContain("whisper", fault.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Spellings(BallotSheet sheet, byte[] bytes)
    {
        yield return BallotJson.Write(sheet).GetRawText();
        yield return Encoding.Latin1.GetString(bytes);
        yield return Convert.ToBase64String(bytes);
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Every file of the installation except the boxes' own.</summary>
    private async Task<IReadOnlyList<string>> FilesAsync() => await host.InScopeAsync<DataDirectory, IReadOnlyList<string>>(directory =>
        Task.FromResult<IReadOnlyList<string>>([.. Directory.EnumerateFiles(directory.Root, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith("boxes.db", StringComparison.Ordinal) && Path.GetFileName(file) != "in-use")]));

    /// <summary>Keys and salts of the sheets while the box is open, as bytes and as digits.</summary>
    private async Task<IReadOnlyList<string>> KeysAsync() => await host.InScopeAsync<DataDirectory, IReadOnlyList<string>>(async directory =>
    {
        await using var connection = new SqliteConnection($"Data Source={directory.File("boxes.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, salt FROM sheet";
        await using var rows = await command.ExecuteReaderAsync();
        var keys = new List<string>();
        while (await rows.ReadAsync())
            foreach (var bytes in new[] { await rows.GetFieldValueAsync<byte[]>(0), await rows.GetFieldValueAsync<byte[]>(1) })
                keys.AddRange([Encoding.Latin1.GetString(bytes), Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), Convert.ToBase64String(bytes)]);
        return keys;
    });

    private static async Task<string> LatinAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return Encoding.Latin1.GetString(memory.ToArray());
    }

    /// <summary>The bytes of a text as they lie in a file.</summary>
    private static string Latin(string text) => text.All(letter => letter < 256) ? text : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
