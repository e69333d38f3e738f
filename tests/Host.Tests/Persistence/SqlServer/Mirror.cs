using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>Asks SQL Server's provider, without a server, what it would send for whatever the product asks of another database.</summary>
internal sealed class Mirror
{
    private readonly DbContextOptions<SqlServerDb> _options =
        new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=never-opened;Database=never", server => server.UseParameterizedCollectionMode(PersistenceRoom.Lists)).AddInterceptors(new NoConnection(), new Captor(Held)).Options;

    private static readonly AsyncLocal<List<string>?> Capturing = new();

    /// <summary>Each statement, and what could not be said at all with the reason.</summary>
    public ConcurrentDictionary<string, string?> Statements { get; } = new(StringComparer.Ordinal);

    /// <summary>The query as SQL Server would get it.</summary>
    public void Query<TResult>(Expression query) => Say(query.ToString(), db =>
    {
        var rooted = new Rerooting(db).Visit(query);
        var compiler = db.GetService<IQueryCompiler>();
        var result = typeof(TResult);
        var of = result.IsGenericType ? result.GetGenericTypeDefinition() : null;
        if (of == typeof(Task<>)) result = result.GetGenericArguments()[0];
        if (of == typeof(IAsyncEnumerable<>)) result = typeof(IEnumerable<>).MakeGenericType(result.GetGenericArguments());
        if (Execute(compiler, rooted, result) is IEnumerable rows) rows.GetEnumerator().MoveNext();
    });

    /// <summary>The changes as SQL Server would get them.</summary>
    public void Save(DbContext changed) => Say("SaveChanges", db =>
    {
        foreach (var entry in changed.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            var copy = db.Entry(entry.Entity);
            copy.State = entry.State;
            if (entry.State != EntityState.Modified) continue;
            foreach (var property in entry.Properties) copy.Property(property.Metadata.Name).IsModified = property.IsModified;
        }

        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.SaveChanges();
    });

    private static object? Execute(IQueryCompiler compiler, Expression query, Type result) =>
        typeof(IQueryCompiler).GetMethod(nameof(IQueryCompiler.Execute))!.MakeGenericMethod(result).Invoke(compiler, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [query], null);

    private void Say(string asked, Action<SqlServerDb> ask)
    {
        var said = Capturing.Value = [];
        try
        {
            using var db = new SqlServerDb(_options);
            ask(db);
        }
        catch (Exception e) when (said.Count == 0)
        {
            Statements.TryAdd(asked, e.ToString());
        }
        catch (Exception)
        {
            // The captor ends everything once it has the statement.
        }
        finally
        {
            Capturing.Value = null;
        }

        foreach (var sql in said) Statements.TryAdd(sql, null);
    }

    private static void Held(string sql)
    {
        Capturing.Value?.Add(sql);
        throw new InvalidOperationException("Captured.");
    }

    /// <summary>The query asks the other database's tables; here it asks SQL Server's.</summary>
    private sealed class Rerooting(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node is EntityQueryRootExpression root ? new EntityQueryRootExpression(db.GetService<IAsyncQueryProvider>(), db.Model.FindEntityType(root.ElementType)!) : base.VisitExtension(node);

        protected override Expression VisitMember(MemberExpression node) =>
            typeof(IQueryable).IsAssignableFrom(node.Type) && Expression.Lambda(node).Compile().DynamicInvoke() is IQueryable captured ? Visit(captured.Expression) : base.VisitMember(node);
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    private sealed class Captor(Action<string> held) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            held(command.CommandText);
            return result;
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            held(command.CommandText);
            return result;
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            held(command.CommandText);
            return result;
        }
    }
}
