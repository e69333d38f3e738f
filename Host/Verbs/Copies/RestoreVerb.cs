using System.Text.Json;
using Gongtui.Engine.State;
using Gongtui.Engine.Storage;
using Gongtui.Host.Kernel;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;

namespace Gongtui.Host.Verbs.Copies;

/// <summary>Puts a backup into a data directory that has no databases, or into an empty server database, and has every journal verified before anybody works with it.</summary>
internal static class RestoreVerb
{
    /// <returns>0 when every journal verifies, 1 when one does not, 2 when nothing was restored.</returns>
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var folder, .. var rest])
        {
            await errors.WriteLineAsync("用法 / usage: Host -- restore FOLDER");
            return 2;
        }

        try
        {
            var database = DatabaseOptions.From(CopyApp.Builder(rest).Configuration);
            if (database.Provider != DatabaseProvider.Sqlite)
            {
                await CopyToServerAsync(folder, rest, database, output);
                return 0;
            }

            await using var app = CopyApp.Build(rest);
            Copy(folder, app.Services.GetRequiredService<DataDirectory>());
            await PersistenceRoom.MigrateAsync(app.Services);
            return await VerifyAsync(app.Services, output, errors);
        }
        catch (Exception e) when (CopyApp.Told(e) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return 2;
        }
    }

    /// <summary>By way of files in the data directory, which bring a backup of an earlier program to this one's schema and are gone afterwards.</summary>
    private static async Task CopyToServerAsync(string folder, string[] args, DatabaseOptions server, TextWriter output)
    {
        await using var to = CopyApp.Build(args, CopyApp.On(server));
        var stage = Path.Combine(to.Services.GetRequiredService<DataDirectory>().Root, $"restoring-{Guid.NewGuid():N}");
        try
        {
            await using var from = CopyApp.Build(args, ("Database:Provider", nameof(DatabaseProvider.Sqlite)), ("Gongtui:DataDirectory", stage));
            Copy(folder, from.Services.GetRequiredService<DataDirectory>());
            await PersistenceRoom.MigrateAsync(from.Services);
            await using var turn = await PersistenceRoom.TurnAsync(to.Services);
            await PersistenceRoom.MigrateAsync(to.Services);
            var (journals, boxes) = await new Transfer(from.Services, to.Services, output).RunAsync(goOn: false, () => { });
            await output.WriteLineAsync($"已恢复到 / restored to {server.Provider}：{journals} 份记录、{boxes} 个已封存票箱校验相符 / {journals} journals and {boxes} sealed boxes verify");
        }
        finally
        {
            if (Directory.Exists(stage)) Directory.Delete(stage, recursive: true);
        }
    }

    private static void Copy(string folder, DataDirectory data)
    {
        var backup = BackupFile.Read(folder);
        foreach (var (name, hash) in backup.Files)
        {
            if (BackupFile.HashOf(Path.Combine(folder, name)) != hash) throw new InvalidDataException($"备份已损坏 / the backup is damaged: {name}");
            if (File.Exists(data.File(name))) throw new IOException($"数据目录里已有数据库，请先移走 / there is a database already, move it away first: {data.File(name)}");
        }

        foreach (var name in new[] { BackupFile.Journals, BackupFile.Boxes })
        {
            // What is left of another database would be taken for this one's newest commits, or for its height.
            if (File.Exists(data.File(name + "-wal"))) throw new IOException($"数据目录里还有数据库的日志，请一并移走 / the log of a database is still there, move it away, too: {data.File(name + "-wal")}");
            File.Delete(Height.FileOf(data.File(name)));
        }

        foreach (var name in backup.Files.Keys) File.Copy(Path.Combine(folder, name), data.File(name));
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, TextWriter output, TextWriter errors)
    {
        var (reader, good, bad) = (services.GetRequiredService<JournalReader>(), 0, 0);
        foreach (var instance in await services.GetRequiredService<IJournalDatabase>().InstancesAsync())
        {
            if (await reader.VerifyAsync(instance) is { } fault)
            {
                bad++;
                await errors.WriteLineAsync($"✗ {instance}：第 {fault.Sequence} 条 / entry {fault.Sequence}: {fault.Reason}");
            }
            else
            {
                good++;
            }
        }

        await output.WriteLineAsync($"已恢复 / restored：{good} 份记录校验相符 journals verify{(bad > 0 ? $"，{bad} 份不符 do not" : "")}");
        return bad == 0 ? 0 : 1;
    }
}
