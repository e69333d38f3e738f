using System.Reflection;
using System.Text.RegularExpressions;
using Gongtui.Activities.Rules;
using Gongtui.Activities.Tasks;
using Xunit;

namespace Gongtui.Activities.Tests.Rules;

/// <summary>The table of R01–R65 is complete, and what it names exists.</summary>
public sealed partial class RuleTableTests
{
    private static readonly Type[] Known = [.. typeof(Verdict).Assembly.GetTypes().Where(type => type.IsPublic && type.Namespace!.StartsWith("Gongtui.Activities.Rules", StringComparison.Ordinal))];

    private static readonly HashSet<string> Kinds = [.. typeof(TaskKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> Ids { get; } =
    [
        .. Numbers(1, 8), .. Numbers(10, 28), .. Numbers(30, 52), .. Numbers(60, 65),
        "R11a", "R11b", "R11c", "R11d", "R12a", "R12b", "R34a",
    ];

    private static ILookup<string, string[]> Rows { get; } = Table().ToLookup(cells => cells[0]);

    [Fact]
    public void No_row_is_of_another_rule() => Assert.Equal(Ids.Count, Rows.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_is_computed_asked_or_out_of_scope_for_a_reason(string id)
    {
        var cells = Assert.Single(Rows[id]);
        var names = Quoted().Matches(cells[3]).Select(match => match.Groups[1].Value).ToArray();
        switch (cells[2])
        {
            case "computed":
                Assert.NotEmpty(names);
                Assert.All(names, name => Assert.True(Exists(name), $"{name} does not exist."));
                break;
            case "asked":
                Assert.NotEmpty(names);
                Assert.All(names, name => Assert.Contains(name, Kinds));
                break;
            default:
                Assert.Equal(("out of scope", "—"), (cells[2], cells[3]));
                Assert.True(cells[4].Length > 20, "The reason is missing.");
                break;
        }

        Assert.All(
            Quoted().Matches(cells[4]).Select(match => match.Groups[1].Value),
            name => Assert.True(Kinds.Contains(name) || Exists(name), $"{name} is neither a task nor a member."));
    }

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        var type = Known.SingleOrDefault(known => known.Name == parts[0]);
        return type is not null && (parts.Length == 1
            || type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Length > 0);
    }

    private static IEnumerable<string> Numbers(int from, int to) => Enumerable.Range(from, to - from + 1).Select(i => $"R{i:00}");

    private static IEnumerable<string[]> Table()
    {
        using var reader = new StreamReader(typeof(RuleTableTests).Assembly.GetManifestResourceStream("RULES.md")!);
        foreach (var line in reader.ReadToEnd().Split('\n').Where(line => line.StartsWith("| R", StringComparison.Ordinal)))
        {
            yield return [.. line.Split('|')[1..^1].Select(cell => cell.Trim())];
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
