using Gongtui.Host.Persistence.Postgres;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>Journals on a real PostgreSQL server.</summary>
public sealed class PostgresJournalTests() : ServerJournalCompliance(PostgresServer.NewDatabase, database => new PostgresSessions(database));
