using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace Gongtui.Mutation;

/// <summary>A copy of the sources in which all mutants stand at once, built.</summary>
internal sealed partial class Workshop(string repository, string copy)
{
    private const string Rules = "Activities/Rules";
    private const string Switches = """
        namespace Gongtui.Activities.Rules;
        public static class Mutants { public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("GONGTUI_MUTANT") ?? "0", System.Globalization.CultureInfo.InvariantCulture); public static bool Is(int mutant) => Active == mutant; }
        """;

    public string Runner => Path.Combine(copy, "tests/Mutation/Runner/bin/Release/net10.0/Gongtui.Mutation.Runner.dll");

    /// <summary>Writes the mutants and builds; lines that do not compile with theirs lose them.</summary>
    public List<Mutant> Build()
    {
        var skipped = new HashSet<(string File, int Line)>();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var mutants = Write(skipped);
            var errors = Compile();
            if (errors.Count == 0)
            {
                Console.WriteLine($"{mutants.Count} mutants; {skipped.Count} lines could not hold theirs");
                return mutants;
            }

            var before = skipped.Count;
            skipped.UnionWith(errors);
            if (skipped.Count == before)
            {
                break;
            }
        }

        throw new InvalidOperationException("The copy does not build.");
    }

    private List<Mutant> Write(HashSet<(string File, int Line)> skipped)
    {
        if (!Directory.Exists(copy))
        {
            Directory.CreateDirectory(copy);
            Run("bash", $"-c \"cd '{repository}' && git ls-files -z --cached --others --exclude-standard Activities Workflows tests/Activities.Tests tests/Mutation Directory.Build.props Directory.Packages.props global.json .editorconfig | xargs -0 tar cf - | tar xf - -C '{copy}'\"");
        }

        var mutants = new List<Mutant>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(repository, Rules), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(Path.Combine(repository, Rules), path);
            var root = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
            File.WriteAllText(Path.Combine(copy, Rules, file), new Rewriter(file, skipped, mutants).Visit(root).ToFullString());
        }

        File.WriteAllText(Path.Combine(copy, Rules, "Mutants.cs"), Switches);
        return mutants;
    }

    private List<(string, int)> Compile()
    {
        var output = Run("dotnet", $"build \"{Path.Combine(copy, "tests/Mutation/Runner")}\" -c Release -v q --nologo -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -p:NoWarn=CS1591 -m:1");
        return [.. Error().Matches(output).Select(match => (
            Path.GetRelativePath(Path.Combine(copy, Rules), match.Groups[1].Value), int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))).Distinct()];
    }

    private static string Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    [GeneratedRegex(@"^(.+?)\((\d+),\d+\): error ", RegexOptions.Multiline)]
    private static partial Regex Error();
}
