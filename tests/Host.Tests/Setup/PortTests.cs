using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Gongtui.Host.Tests.Setup;

/// <summary>The real program, started where another one already listens.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task A_taken_port_is_told_in_one_sentence_of_both_languages()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var directory = Directory.CreateTempSubdirectory("gongtui-port-");
        try
        {
            var (code, said) = await RunAsync(address, directory.FullName);

            Assert.Equal(1, code);
            var sentence = Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains($"{address} 已被另一个程序占用", sentence, StringComparison.Ordinal);
            Assert.Contains($"another program uses {address}", sentence, StringComparison.Ordinal);
            Assert.Contains("--urls", sentence, StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(string address, string directory)
    {
        var program = typeof(Program).Assembly.Location;
        using var process = new Process
        {
            StartInfo = new("dotnet", [program, "--urls", address])
            {
                WorkingDirectory = Path.GetDirectoryName(program)!, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        // Beside the tests lies no folder of static files, which is worth a warning but not this test's.
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Gongtui__DataDirectory", directory), ("Gongtui__Demo", "true"), ("Logging__LogLevel__Microsoft.AspNetCore.StaticFiles", "Error"),
        })
            process.StartInfo.Environment[name] = value;
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
