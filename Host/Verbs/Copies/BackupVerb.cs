using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Copying;
using Gongtui.Host.Setup;
using Microsoft.Data.Sqlite;

namespace Gongtui.Host.Verbs.Copies;

/// <summary>Copies an installation's databases while it goes on working.</summary>
/// <remarks>The result is the same whichever database it was: two SQLite files, which <c>restore</c> takes to whichever it is. A box that is not sealed is left out: between casting and sealing nothing of it may lie anywhere else (BALLOT §4). The keys of the
/// installation are left out, too: whoever restores signs in anew.</remarks>
internal static class BackupVerb
{
    /// <returns>0 when the copy is complete, 2 when it could not be made.</returns>
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var folder, .. var rest])
        {
            await errors.WriteLineAsync("用法 / usage: Host -- backup FOLDER");
            return 2;
        }

        try
        {
            var builder = CopyApp.Builder(rest);
            var (data, database) = (GongtuiOptions.From(builder.Configuration, builder.Environment).DataDirectory, DatabaseOptions.From(builder.Configuration));
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new IOException($"目标文件夹不是空的 / the folder is not empty: {folder}");
            Directory.CreateDirectory(folder);
            var made = database.Provider == DatabaseProvider.Sqlite ? Copy(data, folder) : await CopyServerAsync(rest, database, folder, output);
            await output.WriteLineAsync($"已备份到 / backed up to {Path.GetFullPath(folder)}：{string.Join("、", made.Files.Keys)}");
            if (made.OpenBoxesLeftOut > 0)
                await output.WriteLineAsync($"{made.OpenBoxesLeftOut} 个未封存的票箱没有备份 / boxes that are not sealed were left out");
            return 0;
        }
        catch (Exception e) when ((e is SqliteException ? e.Message : CopyApp.Told(e)) is { } sentence)
        {
            await errors.WriteLineAsync(sentence);
            return 2;
        }
    }

    private static async Task<BackupFile> CopyServerAsync(string[] args, DatabaseOptions server, string folder, TextWriter output)
    {
        await using var app = CopyApp.Build(args, CopyApp.On(server));
        var (copy, files) = (new ServerBackup(app.Services, output), new Dictionary<string, string>(StringComparer.Ordinal));
        await copy.CopyJournalsAsync(Path.Combine(folder, BackupFile.Journals));
        var open = copy.CopyBoxes(Path.Combine(folder, BackupFile.Boxes));
        foreach (var name in new[] { BackupFile.Journals, BackupFile.Boxes }) files[name] = BackupFile.HashOf(Path.Combine(folder, name));
        var made = new BackupFile(DateTimeOffset.UtcNow, files, (int)open);
        made.Write(folder);
        return made;
    }

    private static BackupFile Copy(string data, string folder)
    {
        Moved.ThrowIfMoved(Path.Combine(data, BackupFile.Journals));
        var (files, open) = (new Dictionary<string, string>(StringComparer.Ordinal), 0);
        using (var source = Open(Path.Combine(data, BackupFile.Journals)))
        using (var copy = new SqliteConnection($"Data Source={Path.Combine(folder, BackupFile.Journals)};Pooling=False"))
        {
            copy.Open();
            source.BackupDatabase(copy);
        }

        files[BackupFile.Journals] = BackupFile.HashOf(Path.Combine(folder, BackupFile.Journals));
        if (File.Exists(Path.Combine(data, BackupFile.Boxes)))
        {
            open = CopySealed(Path.Combine(data, BackupFile.Boxes), Path.Combine(folder, BackupFile.Boxes));
            files[BackupFile.Boxes] = BackupFile.HashOf(Path.Combine(folder, BackupFile.Boxes));
        }

        var made = new BackupFile(DateTimeOffset.UtcNow, files, open);
        made.Write(folder);
        return made;
    }

    /// <summary>By way of memory, so that what is left out never touches the disk of the backup.</summary>
    /// <returns>How many boxes were left out.</returns>
    private static int CopySealed(string from, string to)
    {
        using var source = Open(from);
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        source.BackupDatabase(memory);
        using var command = memory.CreateCommand();
        command.CommandText = "SELECT count(*) FROM box WHERE state < $scrubbed";
        command.Parameters.AddWithValue("$scrubbed", BoxState.Scrubbed);
        var open = Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        command.CommandText =
            """
            PRAGMA secure_delete=ON;
            DELETE FROM sheet WHERE box IN (SELECT id FROM box WHERE state < $scrubbed);
            DELETE FROM marked_roll WHERE box IN (SELECT id FROM box WHERE state < $scrubbed);
            DELETE FROM elector WHERE box IN (SELECT id FROM box WHERE state < $scrubbed);
            DELETE FROM box WHERE state < $scrubbed;
            VACUUM INTO $to;
            """;
        command.Parameters.AddWithValue("$to", to);
        command.ExecuteNonQuery();
        return open;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
