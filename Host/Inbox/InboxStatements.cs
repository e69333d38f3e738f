using System.Runtime.CompilerServices;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gongtui.Host.Inbox;

/// <summary>The statements of an inbox, translated once for each provider's model and not at each request: it is the page that people open most.</summary>
internal sealed class InboxStatements
{
    private static readonly ConditionalWeakTable<IModel, InboxStatements> Known = [];

    private readonly Func<GongtuiDb, string, long, long, int, IAsyncEnumerable<InboxRow>> run =
        EF.CompileAsyncQuery((GongtuiDb db, string principal, long due, long task, int take) => db.Inbox.AsNoTracking()
            .Where(row => row.Principal == principal && (row.Due > due || (row.Due == due && row.Task > task)))
            .OrderBy(row => row.Due).ThenBy(row => row.Task)
            .Take(take));

    private readonly Func<GongtuiDb, List<long>, IAsyncEnumerable<TaskRow>> tasks =
        EF.CompileAsyncQuery((GongtuiDb db, List<long> ids) => db.Tasks.AsNoTracking().Where(task => ids.Contains(task.Id)));

    public static InboxStatements Of(GongtuiDb db) => Known.GetValue(db.Model, static _ => new InboxStatements());

    /// <summary>The principal's next tasks behind the mark, in the inbox's own order.</summary>
    public IAsyncEnumerable<InboxRow> Run(GongtuiDb db, string principal, InboxMark after, int take) => run(db, principal, after.Due, after.Task, take);

    public IAsyncEnumerable<TaskRow> Tasks(GongtuiDb db, List<long> ids) => tasks(db, ids);
}
