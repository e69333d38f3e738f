using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>Copies a server database into the two files of a backup while others work on it: each as it was at one moment, the boxes a little later than the
/// journals, so that no journal knows of a sealed box that is not there.</summary>
/// <param name="services">On the server.</param>
/// <param name="said">Progress is written here.</param>
internal sealed class ServerBackup(IServiceProvider services, TextWriter said)
{
    private readonly DatabaseProvider _provider = services.GetRequiredService<DatabaseOptions>().Provider;
    private readonly TableCopy _copy = new(said);

    public async Task CopyJournalsAsync(string file)
    {
        IReadOnlyList<Table> tables;
        var options = new DbContextOptionsBuilder<GongtuiDb>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()).Options;
        await using (var db = new GongtuiDb(options))
        {
            await db.Database.MigrateAsync();
            tables = Tables.Of(db.Model);
        }

        using var copy = new Statements(file, SqliteOpenMode.ReadWrite);
        copy.Script(SqliteSettings.Pragmas);
        InOneMoment(services.GetRequiredService<IJournalSessions>(), copy, source => _copy.Copy(source, copy, tables));
        copy.Script("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <returns>How many boxes that are not sealed were left out (BALLOT 4).</returns>
    public long CopyBoxes(string file)
    {
        var left = 0L;
        using (var source = BoxesRoom.SessionsOf(services))
        using (var files = new SqliteBoxes(file))
        using (var copy = files.OpenWriter())
        {
            // Makes the tables where there never was a box.
            source.OpenWriter().Dispose();
            InOneMoment(source, copy, boxes =>
            {
                left = (long)boxes.Scalar("SELECT count(*) FROM box WHERE state <> @scrubbed", ("@scrubbed", BoxState.Scrubbed))!;
                _copy.Copy(boxes, copy, Tables.SealedBoxes);
            });
            files.Rest(copy);
        }

        File.Delete(Height.FileOf(file));
        return left;
    }

    private void InOneMoment(IDbSessions sessions, IDbSession copy, Action<IDbSession> read)
    {
        copy.Begin();
        sessions.Read(db => Moment.Of(db, _provider, source =>
        {
            read(source);
            return true;
        }));
        copy.Commit();
    }
}
