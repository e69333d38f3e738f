using Gongtui.Host.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace Gongtui.Host.Tests.Faults;

/// <summary>An installation whose files somebody or something has damaged while it was off: it does not start on them, says which file and what to do, and
/// a backup brings it back. One worked installation with its backup, copied for each damage.</summary>
public sealed class DamageTests(DamageTests.Worked worked, ITestOutputHelper output) : IClassFixture<DamageTests.Worked>, IDisposable
{
    private const int InputOutputError = 74;
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("gongtui-damage-");

    [Theory]
    [InlineData("gongtui.db", "a page in the middle", "损坏的页", "broken pages")]
    [InlineData("gongtui.db", "the second half cut off", "被截短", "cut short")]
    [InlineData("gongtui.db", "empty", "空文件", "is empty")]
    [InlineData("gongtui.db", "gone", "不见了", "is gone")]
    [InlineData("gongtui.db", "a letter", "不是数据库", "is not a database")]
    [InlineData("gongtui.db", "an older copy", "比已确认的少", "less than was acknowledged")]
    [InlineData("boxes.db", "a page in the middle", "损坏", "broken pages")]
    [InlineData("boxes.db", "a letter", "不是数据库", "is not a database")]
    [InlineData("boxes.db", "gone", "不见了", "is gone")]
    public async Task A_damaged_file(string name, string damage, string zh, string en)
    {
        worked.CopyTo(_place.FullName, killed: false);
        Damage(Path.Combine(_place.FullName, name), damage);
        await RefusedAsync(name, zh, en);
        if (damage == "a page in the middle") await RestoreAsync();
    }

    /// <summary>SQLite itself takes a log that was cut for what there is.</summary>
    [Theory]
    [InlineData("gongtui.db")]
    [InlineData("boxes.db")]
    public async Task A_log_that_was_cut_off(string name)
    {
        worked.CopyTo(_place.FullName, killed: true);
        var log = Path.Combine(_place.FullName, name + "-wal");
        using (var file = File.Open(log, FileMode.Open)) file.SetLength(32 + 4120);

        await RefusedAsync(name, "比已确认的少", "less than was acknowledged");
        await RestoreAsync();
    }

    /// <summary>Where there is no newer backup, whoever is responsible may go on with what there is.</summary>
    [Fact]
    public async Task A_loss_can_be_accepted()
    {
        worked.CopyTo(_place.FullName, killed: false);
        Damage(Path.Combine(_place.FullName, "gongtui.db"), "an older copy");
        await RefusedAsync("gongtui.db", "gongtui.db-height", "delete gongtui.db-height");

        File.Delete(Path.Combine(_place.FullName, "gongtui.db-height"));
        await using var host = await HostToKill.StartAsync(_place.FullName);
    }

    /// <summary>The other side: what a killed process left is no damage.</summary>
    [Fact]
    public async Task What_a_killed_process_left_is_taken()
    {
        worked.CopyTo(_place.FullName, killed: true);
        await using var host = await HostToKill.StartAsync(_place.FullName);
    }

    public void Dispose() => _place.Delete(recursive: true);

    private async Task RefusedAsync(string name, string zh, string en)
    {
        var before = Hashes();
        var (code, said) = await HostToKill.RunAsync(_place.FullName);
        output.WriteLine(said);
        Assert.Equal(InputOutputError, code);
        Assert.Contains($"公推直选没有启动：{Path.Combine(_place.FullName, name)} ", said, StringComparison.Ordinal);
        Assert.Contains(zh, said, StringComparison.Ordinal);
        Assert.Contains("Gongtui did not start", said, StringComparison.Ordinal);
        Assert.Contains(en, said, StringComparison.Ordinal);
        Assert.Contains("Host -- restore", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(before, Hashes());
    }

    /// <summary>As the sentence says: the old files away, the backup in, and it starts.</summary>
    private async Task RestoreAsync()
    {
        foreach (var file in _place.GetFiles("*.db*")) file.Delete();
        var (code, said) = await HostToKill.RunAsync(_place.FullName, ["restore", worked.Backup]);
        Assert.True(code == 0, said);
        await using var host = await HostToKill.StartAsync(_place.FullName);
    }

    /// <summary>Of the databases; opening them may leave an empty log.</summary>
    private string[] Hashes() => [.. _place.GetFiles("*.db").OrderBy(file => file.Name).Select(file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file.FullName))))];

    private void Damage(string file, string how)
    {
        switch (how)
        {
            case "empty": File.WriteAllBytes(file, []); break;
            case "gone": File.Delete(file); break;
            case "a letter": File.WriteAllText(file, string.Concat(Enumerable.Repeat("Dear colleague, here is the file.\n", 500))); break;
            case "an older copy":
                File.Copy(Path.Combine(worked.Older, Path.GetFileName(file)), file, overwrite: true);
                File.Delete(file + "-wal");
                break;
            case "the second half cut off":
                using (var cut = File.Open(file, FileMode.Open)) cut.SetLength(cut.Length / 2 / 4096 * 4096);
                break;
            default:
                var bytes = File.ReadAllBytes(file);
                // A whole page of noise, past the first one; not a page that nothing uses.
                new Random(1).NextBytes(bytes.AsSpan(PageInUse(file) * 4096 - 4096, 4096));
                File.WriteAllBytes(file, bytes);
                break;
        }
    }

    private static int PageInUse(string file)
    {
        using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT max(rootpage) FROM sqlite_master";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A real installation after some work: as it was early, as kill -9 left it, as it was after a proper end, and its backup.</summary>
    public sealed class Worked : IAsyncLifetime
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gongtui-worked-");

        public string Older => Path.Combine(_root.FullName, "older");

        public string Backup => Path.Combine(_root.FullName, "backup");

        private string Killed => Path.Combine(_root.FullName, "killed");

        private string Ended => Path.Combine(_root.FullName, "ended");

        public void CopyTo(string place, bool killed) => Copy(killed ? Killed : Ended, place);

        public async Task InitializeAsync()
        {
            var data = Path.Combine(_root.FullName, "data");
            await using (var early = new At(data)) await WorkAsync(early, 1);
            SqliteConnection.ClearAllPools();
            Copy(data, Older);
            await using (var host = new At(data))
            {
                await WorkAsync(host, 3);
                // At once: the boxes' log is emptied after a second without casting.
                Copy(data, Killed);
            }

            SqliteConnection.ClearAllPools();
            await using (var host = await HostToKill.StartAsync(data)) Assert.Equal(0, await host.TerminateAsync(TimeSpan.FromSeconds(30)));
            Copy(data, Ended);
            var (code, said) = await HostToKill.RunAsync(data, ["backup", Backup]);
            Assert.True(code == 0, said);
        }

        public Task DisposeAsync()
        {
            _root.Delete(recursive: true);
            return Task.CompletedTask;
        }

        private static void Copy(string from, string to)
        {
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use"))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target, overwrite: true);
            }
        }

        private sealed class At(string directory) : TestHost(("Gongtui:DataDirectory", directory));

        private static async Task WorkAsync(TestHost host, int sheets)
        {
            var course = await Course.AtRecommendationAsync(host);
            foreach (var person in new[] { Course.Committee, Course.Member, Course.OtherMember }.Take(sheets))
            {
                var answer = await course.CastAsync(person, 1, new { posts = new[] { new { post = "member", people = new[] { "zj-03" } } } });
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            }
        }
    }
}
