using System.Security.Cryptography;
using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Verbs.Copies;

/// <summary>Moves an installation from its SQLite files to an empty server database, and every open election with it.</summary>
/// <remarks>Unlike a backup a move takes open boxes along: afterwards they are wiped from the files, and the files are marked, so that nothing casts twice and
/// nothing of an open box lies in two places (BALLOT 4). The installation's key stays the file that it is.</remarks>
internal static class MoveVerb
{
    private const string Usage = "用法 / usage: Host -- move --to postgres|sqlserver --connection \"…\" [--boxes \"…\"] [--Gongtui:DataDirectory=…]";

    /// <returns>0 when everything has arrived and verifies, 2 when nothing was moved.</returns>
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            if (TargetOf(CopyApp.Builder(args).Configuration) is not { } target)
            {
                await errors.WriteLineAsync(Usage);
                return 2;
            }

            await MoveAsync(args, target, CopyApp.Builder(args).Configuration["abandon"], output);
            return 0;
        }
        catch (Exception e) when (CopyApp.Told(e) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return 2;
        }
    }

    /// <summary>What the options say; without them the server that the installation is configured for already, whose password then is in no list of processes.</summary>
    private static DatabaseOptions? TargetOf(ConfigurationManager configuration)
    {
        var named = configuration["to"] ?? configuration["Database:Provider"];
        if (string.Equals(named, "postgresql", StringComparison.OrdinalIgnoreCase)) named = nameof(DatabaseProvider.Postgres);
        if (!Enum.TryParse<DatabaseProvider>(named, ignoreCase: true, out var provider) || provider is not (DatabaseProvider.Postgres or DatabaseProvider.SqlServer)) return null;
        var connection = configuration["connection"] ?? configuration.GetConnectionString("Default") ?? "";
        return connection.Length == 0 ? null : new(provider, connection, configuration["boxes"] ?? configuration.GetConnectionString("Boxes") ?? connection);
    }

    private static async Task MoveAsync(string[] args, DatabaseOptions server, string? abandoned, TextWriter output)
    {
        await using var from = CopyApp.Build(args, ("Database:Provider", nameof(DatabaseProvider.Sqlite)));
        // Held until the end: no Host works on the files meanwhile.
        var data = from.Services.GetRequiredService<DataDirectory>();
        var (file, boxes) = (data.File(BackupFile.Journals), data.File(BackupFile.Boxes));
        if (!File.Exists(file)) throw new CopyException($"{data.Root} 里没有 {BackupFile.Journals}，无可移动。请用 --Gongtui:DataDirectory 指明数据目录", $"there is no {BackupFile.Journals} in {data.Root} to be moved. Name the data directory with --Gongtui:DataDirectory");
        Soundness.Check(file, boxes);
        var mark = Moved.MarkOf(file);
        if (mark == Moved.Done) throw new CopyException($"{file} 里的数据已经移走，这里只剩存档", $"the data of {file} has been moved already; what is here is an archive");
        await PersistenceRoom.MigrateAsync(from.Services);
        await CheckKeyAsync(from.Services, data);

        await using var to = CopyApp.Build(args, CopyApp.On(server));
        await using var turn = await PersistenceRoom.TurnAsync(to.Services);
        await PersistenceRoom.MigrateAsync(to.Services);
        var moving = Moved.Moving + await NameAsync(to.Services);
        if (mark is not null && mark != moving && mark != Moved.Moving + abandoned)
        {
            throw new CopyException(
                $"上一次移动没有做完，去的是另一个数据库（{mark}）。请移往那一个；确已删除那个数据库时，加上 --abandon \"{mark[Moved.Moving.Length..]}\"",
                $"an earlier move went to another database ({mark}) and was not finished. Move to that one; if you have dropped it, add --abandon \"{mark[Moved.Moving.Length..]}\"");
        }

        var (journals, sealedBoxes) = await new Transfer(from.Services, to.Services, output).RunAsync(mark == moving, () => Moved.Mark(file, moving));
        WipeOpenBoxes(boxes);
        Moved.Mark(file, Moved.Done);
        await output.WriteLineAsync(
            $"已移到 / moved to {server.Provider}：{journals} 份记录、{sealedBoxes} 个已封存票箱校验相符 / {journals} journals and {sealedBoxes} sealed boxes verify\n"
            + $"现在用 Database__Provider={server.Provider} 和 ConnectionStrings__Default 启动；所有人须重新登录。{data.Root} 里的 *.db* 只剩存档，不能再启动，确认新库可用后请删除；office-key.pem 请保留\n"
            + $"start with Database__Provider={server.Provider} and ConnectionStrings__Default now; everybody signs in anew. The *.db* files of {data.Root} are an archive that nothing starts on; delete them when the new database has proved itself; keep office-key.pem");
    }

    /// <summary>Which database it is, without what opens it.</summary>
    private static async Task<string> NameAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync();
        var connection = db.Database.GetDbConnection();
        return $"{connection.DataSource}/{connection.Database}";
    }

    /// <summary>The server's copy is durable: what was cast into open boxes lies there and nowhere else.</summary>
    private static void WipeOpenBoxes(string file)
    {
        using var sessions = new SqliteBoxes(file);
        using var session = sessions.OpenWriter();
        session.Begin();
        foreach (var table in new[] { "sheet", "marked_roll", "elector" })
            session.Execute($"DELETE FROM {table} WHERE box IN (SELECT id FROM box WHERE state <> @scrubbed)", ("@scrubbed", BoxState.Scrubbed));
        session.Execute("DELETE FROM box WHERE state <> @scrubbed", ("@scrubbed", BoxState.Scrubbed));
        session.Commit();
        sessions.Scrub(session);
    }

    /// <summary>Who checks checkpoints knows the key by which the last one was signed; the new installation has to go on with it.</summary>
    private static async Task CheckKeyAsync(IServiceProvider services, DataDirectory data)
    {
        var options = services.GetRequiredService<GongtuiOptions>();
        using var key = new OfficeKey(data, options);
        var newest = await new CheckpointTable(services.GetRequiredService<IDbContextFactory<GongtuiDb>>()).NewestAsync(CancellationToken.None);
        if (options.OfficeKey is null && !key.Exists) return;
        try
        {
            if (key.Exists && (newest is null || newest.Signature.PublicKey == key.PublicKey)) return;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new CopyException($"{key.File} 不是签名钥。请放回原来的 office-key.pem 后重试，什么都没有移动", $"{key.File} is no signing key. Put the installation's own office-key.pem back and try again; nothing was moved");
        }

        throw new CopyException(
            $"{key.File} 不存在，或不是签署最后一个检查点的签名钥。请放回原来的 office-key.pem 后重试，什么都没有移动",
            $"{key.File} is not there, or not the key that signed the last checkpoint. Put the installation's own office-key.pem back and try again; nothing was moved");
    }
}
