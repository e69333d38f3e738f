using Gongtui.Engine.Execution;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Persistence.Copying;

/// <summary>Takes a whole installation from files to an empty server database: all of it verified, or nothing.</summary>
/// <param name="from">On files that nobody else uses.</param>
/// <param name="to">On a server, at this program's schema, with its turn taken.</param>
/// <param name="said">Progress is written here.</param>
internal sealed class Transfer(IServiceProvider from, IServiceProvider to, TextWriter said)
{
    /// <param name="goOn">Whether an earlier try may have come as far as its commits: then what is there must be the same.</param>
    /// <param name="beforeCommit">Called when everything has been verified and nothing is committed.</param>
    /// <returns>How many journals and how many sealed boxes were verified.</returns>
    /// <exception cref="CopyException">The target is not empty, or something did not arrive as it should. The target is as it was.</exception>
    public async Task<(int Journals, int Boxes)> RunAsync(bool goOn, Action beforeCommit)
    {
        IReadOnlyList<Table> tables;
        await using (var db = await from.GetRequiredService<IDbContextFactory<GongtuiDb>>().CreateDbContextAsync())
            tables = Tables.Of(db.Model);
        using var oldBoxes = BoxesRoom.SessionsOf(from);
        using var newBoxes = BoxesRoom.SessionsOf(to);
        // Makes the tables where there never was a box.
        oldBoxes.OpenWriter().Dispose();
        // Closed without a commit, both undo everything.
        using var main = Patient(to, to.GetRequiredService<IJournalSessions>());
        using var boxes = Patient(to, newBoxes);
        main.Begin();
        boxes.Begin();
        await said.WriteLineAsync("记录和数据 / journals and data");
        Arrive(from.GetRequiredService<IJournalSessions>(), main, tables, goOn);
        await said.WriteLineAsync("票箱 / boxes");
        Arrive(oldBoxes, boxes, Tables.Boxes, goOn);
        await said.WriteLineAsync("校验 / verifying");
        var verified = (await Arrival.VerifyAsync(main, from.GetRequiredService<IGraphCatalog>(), said), Arrival.Verify(boxes));
        beforeCommit();
        boxes.Commit();
        main.Commit();
        return verified;
    }

    private void Arrive(IDbSessions source, IDbSession target, IReadOnlyList<Table> tables, bool goOn)
    {
        var taken = TableCopy.Taken(target, tables);
        if (taken is not null && !goOn)
        {
            throw new CopyException(
                $"目标数据库不是空的（表 {taken} 里有数据），没有改动。请指定一个新建的空数据库",
                $"the target database is not empty (there are rows in {taken}); it is unchanged. Name a new, empty database");
        }

        source.Read(db => Moment.Of(db, DatabaseProvider.Sqlite, old =>
        {
            if (taken is null) new TableCopy(said).Copy(old, target, tables);
            else TableCopy.Compare(old, target, tables);
            return true;
        }));
    }

    /// <summary>While one connection works for minutes, the other waits in its transaction.</summary>
    private static IDbSession Patient(IServiceProvider services, IDbSessions sessions)
    {
        var session = sessions.OpenWriter();
        if (services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.Postgres) session.Execute("SET idle_in_transaction_session_timeout = 0");
        return session;
    }
}
