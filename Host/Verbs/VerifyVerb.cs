using Gongtui.Host.Audit.Dossiers.Checking;

namespace Gongtui.Host.Verbs;

/// <summary>Checks a dossier or a downloaded journal from a file, with no database and no part of the program that wrote it.</summary>
internal static class VerifyVerb
{
    /// <returns>0 when everything holds, 1 when something does not, 2 when there is no such file.</returns>
    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not ([_] or [_, "--head", _]))
        {
            await errors.WriteLineAsync("用法 / usage: Host -- verify FILE [--head HASH]");
            return 2;
        }

        try
        {
            var findings = DossierCheck.Check(await File.ReadAllBytesAsync(args[0]), args.ElementAtOrDefault(2));
            foreach (var finding in findings)
                await output.WriteLineAsync(finding.Holds ? $"✓ {finding.What}" : $"✗ {finding.What}：{finding.Fault}");
            return findings.All(finding => finding.Holds) ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(e.Message);
            return 2;
        }
    }
}
