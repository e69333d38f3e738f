using Gongtui.Activities.Ratification;
using Gongtui.Activities.Tasks;
using Gongtui.Activities.Voting;
using Gongtui.Engine.State;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Meeting;
using Gongtui.Host.Tests.Persistence;
using Gongtui.Host.Tests.Persistence.SqlServer;
using Gongtui.Host.Verbs.Copies;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Gongtui.Host.Tests.Verbs.MovedSource;

namespace Gongtui.Host.Tests.Verbs;

/// <summary><c>Host -- move</c>: an installation goes from its files to a server in the middle of an election, and comes back as a backup.</summary>
public sealed class MoveVerbTests(MovedSource source) : IClassFixture<MovedSource>
{
    [SkippableFact]
    public Task An_election_goes_on_on_PostgreSQL_where_it_was() => GoesOnAsync("postgres", PostgresServer.NewEmptyDatabase());

    [SkippableFact]
    public Task An_election_goes_on_on_SQL_Server_where_it_was() => GoesOnAsync("sqlserver", SqlServerServer.NewEmptyDatabase());

    [SkippableFact]
    public async Task A_backup_of_PostgreSQL_is_restored_to_files_and_to_PostgreSQL_without_what_is_open()
    {
        var (server, data, backup) = (PostgresServer.NewEmptyDatabase(), source.Copy(), source.Folder());
        Assert.Equal(0, (await MoveAsync(data, "postgres", server)).Code);
        Ask(server, "INSERT INTO setting (key, value) VALUES ('data-protection/1', '<key/>'), ('setup-code', 'ABCD'), ('theme', 'x')");

        var (made, said) = await RunAsync((output, errors) => BackupVerb.ExecuteAsync([backup, .. On(data, server)], output, errors));
        var (files, second) = (source.Folder(), PostgresServer.NewEmptyDatabase());
        var (toFiles, toldOfFiles) = await RunAsync((output, errors) => RestoreVerb.ExecuteAsync([backup, $"--Gongtui:DataDirectory={files}"], output, errors));
        var (toServer, toldOfServer) = await RunAsync((output, errors) => RestoreVerb.ExecuteAsync([backup, .. On(source.Folder(), second)], output, errors));
        var (again, toldAgain) = await RunAsync((output, errors) => RestoreVerb.ExecuteAsync([backup, .. On(source.Folder(), second)], output, errors));

        Assert.True(made == 0, said);
        Assert.Contains("1 个未封存的票箱没有备份", said, StringComparison.Ordinal);
        Assert.Equal(["backup.json", "boxes.db", "gongtui.db"], Directory.EnumerateFiles(backup).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("theme", Sql(backup, "gongtui.db", "SELECT group_concat(key) FROM setting WHERE key IN ('data-protection/1', 'setup-code', 'theme')"));
        Assert.True(toFiles == 0 && toServer == 0, toldOfFiles + toldOfServer);
        Assert.Contains("2 份记录", toldOfServer, StringComparison.Ordinal);
        Assert.Equal((1L, 30L), ((long)Sql(files, "boxes.db", "SELECT count(*) FROM box")!, (long)Sql(files, "boxes.db", "SELECT count(*) FROM sheet")!));
        Assert.Equal((1L, 30L), (Ask(second, "SELECT count(*) FROM boxes.box"), Ask(second, "SELECT count(*) FROM boxes.sheet")));
        Assert.Equal(Sql(data, "gongtui.db", "SELECT count(*) FROM journal"), Ask(second, "SELECT count(*) FROM journal"));
        Assert.Equal(2, again);
        Assert.Contains("不是空的", toldAgain, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("gongtui.db", "UPDATE journal SET hash = zeroblob(32) WHERE first = (SELECT max(first) FROM journal)", "校验不符")]
    [InlineData("gongtui.db", "DELETE FROM journal WHERE first = (SELECT max(first) FROM journal)", "校验不符")]
    [InlineData("boxes.db", "UPDATE sheet SET content = zeroblob(length(content)) WHERE box = (SELECT id FROM box WHERE root IS NOT NULL) AND key = (SELECT min(key) FROM sheet WHERE box = (SELECT id FROM box WHERE root IS NOT NULL))", "与其根值不符")]
    [InlineData("boxes.db", "DELETE FROM sheet WHERE box = (SELECT id FROM box WHERE root IS NOT NULL) AND key = (SELECT max(key) FROM sheet WHERE box = (SELECT id FROM box WHERE root IS NOT NULL))", "与其根值不符")]
    public async Task What_was_tampered_with_is_not_moved(string file, string damage, string sentence)
    {
        var (server, data) = (PostgresServer.NewEmptyDatabase(), source.Copy());
        Sql(data, file, damage);

        var (code, said) = await MoveAsync(data, "postgres", server);

        Assert.Equal(2, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        AssertEmpty(server);
        Assert.Null(Moved.MarkOf(Path.Combine(data, "gongtui.db")));
        Assert.Equal(33L, (long)Sql(data, "boxes.db", "SELECT coalesce(sum(marked), 0) FROM box")!);
    }

    [SkippableFact]
    public async Task A_place_that_is_taken_in_use_out_of_reach_or_misnamed_is_refused()
    {
        var (server, data) = (PostgresServer.NewDatabase(), source.Copy());
        Ask(server, "INSERT INTO setting (key, value) VALUES ('somebody', 'else')");

        await RefusedAsync("不是空的", MoveAsync(data, "postgres", server));
        Assert.Equal((1L, 0L), (Ask(server, "SELECT count(*) FROM setting"), Ask(server, "SELECT count(*) FROM journal")));
        await RefusedAsync("数据库没有应答", MoveAsync(data, "postgres", $"Host=127.0.0.1;Port={PostgresServer.FreePort()};Username=x;Password=hidden"), "hidden");
        await RefusedAsync("连接字符串不成立", MoveAsync(data, "postgres", "Nonsense=hidden"), "hidden");
        await RefusedAsync("用法", MoveAsync(data, "oracle", server));
        await RefusedAsync("用法", MoveAsync(data, "sqlite", server));
        await RefusedAsync("无可移动", MoveAsync(source.Folder(), "postgres", server));
        using (new DataDirectory(new GongtuiOptions { DataDirectory = data, Demo = false, MaxBodyBytes = 1, SignInsPerMinute = 1 }))
            await RefusedAsync("正被另一进程使用", MoveAsync(data, "postgres", PostgresServer.NewEmptyDatabase()));
        Assert.Null(Moved.MarkOf(Path.Combine(data, "gongtui.db")));
    }

    [SkippableFact]
    public async Task The_installation_keeps_its_signing_key()
    {
        var (server, data) = (PostgresServer.NewEmptyDatabase(), source.Copy());
        Sql(data, "gongtui.db", "INSERT INTO checkpoint (number, note, public_key, signature) VALUES (999999, 'n', 'another', 's')");

        await File.WriteAllTextAsync(Path.Combine(data, "office-key.pem"), "no key");
        await RefusedAsync("不是签名钥", MoveAsync(data, "postgres", server));
        using (var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
            await File.WriteAllTextAsync(Path.Combine(data, "office-key.pem"), other.ExportPkcs8PrivateKeyPem());
        await RefusedAsync("不是签署最后一个检查点的签名钥", MoveAsync(data, "postgres", server));
    }

    [SkippableFact]
    public async Task A_move_that_was_cut_off_at_its_commits_is_finished_and_nowhere_else()
    {
        var (server, data) = (PostgresServer.NewEmptyDatabase(), source.Copy());
        Assert.Equal(0, (await MoveAsync(source.Copy(), "postgres", server)).Code);
        var address = new NpgsqlConnectionStringBuilder(server);
        // As it would be had the power failed after the last commit, with these files for a source.
        Moved.Mark(Path.Combine(data, "gongtui.db"), $"{Moved.Moving}tcp://{address.Host}:{address.Port}/{address.Database}");
        Assert.Throws<CannotStartException>(() => Moved.ThrowIfMoved(Path.Combine(data, "gongtui.db")));

        await RefusedAsync("另一个数据库", MoveAsync(data, "postgres", PostgresServer.NewEmptyDatabase()));
        Ask(server, "UPDATE boxes.elector SET place = 99 - place WHERE person = (SELECT max(person) FROM boxes.elector)");
        await RefusedAsync("没有完整到达", MoveAsync(data, "postgres", server));
        Ask(server, "UPDATE boxes.elector SET place = 99 - place WHERE person = (SELECT max(person) FROM boxes.elector)");
        var (code, said) = await MoveAsync(data, "postgres", server);

        Assert.True(code == 0, said);
        Assert.Equal(Moved.Done, Moved.MarkOf(Path.Combine(data, "gongtui.db")));
    }

    private async Task GoesOnAsync(string provider, string server)
    {
        var data = source.Copy();
        var (code, said) = await MoveAsync(data, provider, server);

        Assert.True(code == 0, said);
        Assert.Contains("2 份记录、1 个已封存票箱校验相符", said, StringComparison.Ordinal);
        // The files are an archive without anything of the open box.
        Assert.Throws<CannotStartException>(() => Moved.ThrowIfMoved(Path.Combine(data, "gongtui.db")));
        Assert.Equal((1L, 30L, 30L), ((long)Sql(data, "boxes.db", "SELECT count(*) FROM box")!, (long)Sql(data, "boxes.db", "SELECT count(*) FROM sheet")!, (long)Sql(data, "boxes.db", "SELECT count(*) FROM elector")!));
        await RefusedAsync("已经移走", MoveAsync(data, provider, server));
        await RefusedAsync("只剩存档", RunAsync((output, errors) => BackupVerb.ExecuteAsync([source.Folder(), $"--Gongtui:DataDirectory={data}"], output, errors)));

        await using var host = new MeetingHost(("Gongtui:DataDirectory", data), ("Database:Provider", provider), ("ConnectionStrings:Default", server));
        var open = new MeetingScript(host) { Instance = source.Open };
        var sheet = await open.SheetAsync("zj-03", "zj-04", "zj-05", "zj-06", "zj-07");
        Assert.NotNull((await open.CastAsync("zj-01", sheet)).Refusal);
        for (var person = 4; person <= 30; person++) Assert.Null((await open.CastAsync($"zj-{person:00}", sheet)).Refusal?.Message.En);
        await open.CloseAsync();
        await open.DoAsync(TaskKinds.Announce, MeetingScript.Staff, Decisions.Announce, new AnnounceForm());
        await open.DoAsync(TaskKinds.Ratify, MeetingScript.Superior, Decisions.Ratify, new RatifyForm("批〔2026〕2号", "备〔2026〕2号"));
        // New rows are counted on from those that came.
        await (await host.MeetAsync()).ToEndAsync();
        Assert.Equal(3, await host.InScopeAsync<IJournalDatabase, int>(async journals => (await journals.InstancesAsync()).Count));
        foreach (var instance in new[] { source.Ended, source.Open })
            Assert.Null(await host.InScopeAsync<JournalReader, object?>(async reader => await reader.VerifyAsync(instance)));
        Assert.Equal("Finished", (await host.InScopeAsync<GongtuiDb, ElectionRow?>(db => db.Elections.FindAsync(source.Open).AsTask()))!.Status);
    }

    private static Task<(int Code, string Said)> MoveAsync(string data, string provider, string server) => RunAsync((output, errors) =>
        MoveVerb.ExecuteAsync(["--to", provider, "--connection", server, $"--Gongtui:DataDirectory={data}"], output, errors));

    private static async Task RefusedAsync(string sentence, Task<(int Code, string Said)> verb, string secret = "Password")
    {
        var (code, said) = await verb;
        Assert.True(code == 2, said);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
    }

    private static string[] On(string data, string server) => [$"--Gongtui:DataDirectory={data}", "--Database:Provider=Postgres", $"--ConnectionStrings:Default={server}"];

    private static void AssertEmpty(string server)
    {
        foreach (var table in new[] { "person", "election", "task", "procedure_text", "setting", "instance", "journal", "boxes.box", "boxes.elector", "boxes.marked_roll", "boxes.sheet" })
            Assert.Equal(0L, Ask(server, $"SELECT count(*) FROM {table}"));
    }

    private static long Ask(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
