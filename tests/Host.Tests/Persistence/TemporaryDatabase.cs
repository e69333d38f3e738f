using System.Diagnostics.CodeAnalysis;
using Gongtui.Host.Persistence;
using Gongtui.Host.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Tests.Persistence;

/// <summary>A database file of its own at the product's schema, gone after the test.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private static readonly Lazy<byte[]> Empty = new(Migrated);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongtui-db-");

    public TemporaryDatabase() => System.IO.File.WriteAllBytes(File, Empty.Value);

    public string File => Path.Combine(_folder.FullName, "gongtui.db");

    /// <summary>Asks or changes the file behind the product's back.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Texts of the tests.")]
    public List<string> Sql(string text)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "∅" : reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetString(column))));
        return rows;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Migrated()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("gongtui-empty-").FullName, "gongtui.db");
        var options = new DbContextOptionsBuilder<GongtuiDb>();
        options.UseGongtuiSqlite(file);
        using (var db = new GongtuiDb(options.Options))
            db.Database.Migrate();
        SqliteConnection.ClearAllPools();
        var bytes = System.IO.File.ReadAllBytes(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return bytes;
    }
}
