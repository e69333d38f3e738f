using Gongtui.Host.Persistence;
using Microsoft.AspNetCore.Connections;

namespace Gongtui.Host.Setup;

/// <summary>Comes up and serves until it is told to stop. What a person at the console can put right is said in one sentence, not in a stack trace.</summary>
internal sealed class StartUp
{
    private bool _isUp;

    /// <summary>While the server comes up its faults are told here; afterwards the log tells them.</summary>
    public static StartUp Of(WebApplicationBuilder builder)
    {
        var start = new StartUp();
        foreach (var category in new[] { "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel" })
            builder.Logging.AddFilter(category, level => start._isUp && level >= LogLevel.Warning);
        return start;
    }

    /// <returns>Null, or the exit code of a program that cannot start on what it found.</returns>
    public static async Task<int?> PrepareAsync(WebApplication app)
    {
        try
        {
            await app.PrepareAsync();
            return null;
        }
        catch (Exception e) when (Trouble.AtStart(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            await app.DisposeAsync();
            return LostDisk.InputOutputError;
        }
    }

    /// <returns>Exit code: 0, 1 when another program has the address, 74 when the disk failed.</returns>
    public async Task<int> ServeAsync(WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                var address = e.Message.Split(' ').FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal))?.TrimEnd(':');
                await Console.Error.WriteLineAsync(
                    $"公推直选没有启动：{address} 已被另一个程序占用。请关闭那个程序，或换一个端口再启动，例如 --urls http://localhost:5081 。"
                    + $" | Gongtui did not start: another program uses {address}. Close that program, or start again with another port, for example --urls http://localhost:5081 .");
                return 1;
            }

            _isUp = true;
            await app.WaitForShutdownAsync();
            return Environment.ExitCode;
        }
    }
}
