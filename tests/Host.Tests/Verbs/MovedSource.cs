using Gongtui.Host.Tests.Meeting;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gongtui.Host.Tests.Verbs;

/// <summary>Files of an installation with an election that has ended and one whose box is open, with three sheets in it. Every test gets a copy.</summary>
public sealed class MovedSource : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gongtui-move-");
    private int _copies;

    internal string Ended { get; private set; } = "";

    internal string Open { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await using var host = new MeetingHost(("Database:Provider", "Sqlite"), ("Gongtui:DataDirectory", Path.Combine(_root.FullName, "source")));
        var (ended, open) = (await host.MeetAsync(), await host.MeetAsync());
        await ended.ToEndAsync();
        await open.OpenAsync();
        await open.VoteAsync((3, ["zj-03", "zj-04", "zj-05", "zj-06", "zj-07"]));
        (Ended, Open) = (ended.Instance, open.Instance);
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A data directory with the same files.</summary>
    internal string Copy()
    {
        var to = Folder();
        foreach (var file in new DirectoryInfo(Path.Combine(_root.FullName, "source")).EnumerateFiles())
            file.CopyTo(Path.Combine(to, file.Name));
        return to;
    }

    /// <summary>An empty one.</summary>
    internal string Folder() => Directory.CreateDirectory(Path.Combine(_root.FullName, $"copy-{Interlocked.Increment(ref _copies)}")).FullName;

    /// <summary>Asks or changes a file behind the product's back.</summary>
    internal static object? Sql(string folder, string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    internal static async Task<(int Code, string Said)> RunAsync(Func<TextWriter, TextWriter, Task<int>> verb)
    {
        using var said = new StringWriter();
        return (await verb(said, said), said.ToString());
    }
}
