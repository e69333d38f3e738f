using Gongtui.Host.Persistence.SqlServer;

namespace Gongtui.Host.Tests.Persistence.SqlServer;

/// <summary>Journals on a real SQL Server.</summary>
public sealed class SqlServerJournalTests() : ServerJournalCompliance(SqlServerServer.NewDatabase, database => new SqlServerSessions(database));
