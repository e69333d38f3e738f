using System.Collections.Concurrent;
using System.Linq.Expressions;
using Gongtui.Host.Boxes;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Boxes;
using Gongtui.Host.Persistence.Journals;
using Gongtui.Host.Persistence.Sqlite;
using Gongtui.Host.Setup;
using Gongtui.Host.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>The product on SQLite; whatever it asks, SQL Server's provider is asked, too, and the statements are kept.</summary>
public sealed class MirroredHost : TestHost
{
    internal static Mirror Mirror { get; } = new();

    internal ConcurrentDictionary<string, bool> OfJournals { get; } = new(StringComparer.Ordinal);

    internal ConcurrentDictionary<string, bool> OfBoxes { get; } = new(StringComparer.Ordinal);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<GongtuiDb>((_, options) => options.ReplaceService<IQueryCompiler, MirroredCompiler>().AddInterceptors(new MirroredSaves()));
            services.AddSingleton<IJournalSessions>(provider => new RecordingSessions(new SqliteSessions(File(provider, "gongtui.db")), OfJournals));
            services.AddSingleton<IBoxStore>(provider => new BoxDatabase(new RecordingSessions(new SqliteBoxes(File(provider, "boxes.db")), OfBoxes), TimeProvider.System));
        });
    }

    private static string File(IServiceProvider provider, string name) => provider.GetRequiredService<DataDirectory>().File(name);

    private sealed class MirroredSaves : SaveChangesInterceptor
    {
        public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
        {
            Mirror.Save(eventData.Context!);
            return result;
        }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(SavingChanges(eventData, result));
    }

    /// <summary>The one place at which a query can be seen before its database has rewritten it.</summary>
    private sealed class MirroredCompiler(
        IQueryContextFactory queryContextFactory, ICompiledQueryCache compiledQueryCache, ICompiledQueryCacheKeyGenerator compiledQueryCacheKeyGenerator, IDatabase database,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger, ICurrentDbContext currentContext, IEvaluatableExpressionFilter evaluatableExpressionFilter, IModel model)
        : QueryCompiler(queryContextFactory, compiledQueryCache, compiledQueryCacheKeyGenerator, database, logger, currentContext, evaluatableExpressionFilter, model)
    {
        public override TResult Execute<TResult>(Expression query)
        {
            Mirror.Query<TResult>(query);
            return base.Execute<TResult>(query);
        }

        public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken)
        {
            Mirror.Query<TResult>(query);
            return base.ExecuteAsync<TResult>(query, cancellationToken);
        }
    }
}
