using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongtui.Workflows.Policy;

/// <summary>What the sentences of the policy's scenarios mean, in both languages. The gate and the bindings of the tests both ask here.</summary>
public static partial class PolicySentences
{
    private delegate IEnumerable<PolicyFinding> Check(PathChecks checks, GroupCollection words, Func<string, IReadOnlyList<string>> outcomesOf);

    private static readonly (Regex Sentence, Check Check)[] Known =
    [
        (Order(), (checks, words, _) => checks.Order(words[1].Value, words[2].Value)),
        (OrderInEnglish(), (checks, words, _) => checks.Order(words[1].Value, words[2].Value)),
        (EveryPath(), (checks, words, _) => checks.OnEveryPath(words[1].Value)),
        (EveryPathInEnglish(), (checks, words, _) => checks.OnEveryPath(words[1].Value)),
        (Superior(), (checks, words, _) => checks.BySuperior(words[1].Value)),
        (SuperiorInEnglish(), (checks, words, _) => checks.BySuperior(words[1].Value)),
        (Days(), (checks, words, _) => checks.AtLeast(words[1].Value, "workingDays", Number(words[2]))),
        (DaysInEnglish(), (checks, words, _) => checks.AtLeast(words[1].Value, "workingDays", Number(words[2]))),
        (Channels(), (checks, words, _) => checks.NamedChannels(words[1].Value)),
        (ChannelsInEnglish(), (checks, words, _) => checks.NamedChannels(words[1].Value)),
        (NoLooseEnd(), (checks, _, outcomesOf) => checks.NoLooseEnd(outcomesOf)),
        (EndIsReachable(), (checks, _, _) => checks.EndIsReachable()),
    ];

    /// <summary>What a diagram lacks of one sentence.</summary>
    /// <param name="outcomesOf">Outcomes that a type of activity can have.</param>
    /// <exception cref="ArgumentException">Nobody knows the sentence, or a step that it names: the scenario is wrong, not the diagram.</exception>
    public static IEnumerable<PolicyFinding> Evaluate(string sentence, PathChecks checks, Func<string, IReadOnlyList<string>> outcomesOf)
    {
        foreach (var (known, check) in Known)
        {
            if (known.Match(sentence) is { Success: true } match) return check(checks, match.Groups, outcomesOf);
        }

        throw new ArgumentException($"The policy does not know the sentence \"{sentence}\".", nameof(sentence));
    }

    /// <summary>Whether a single run can keep or break the sentence; the others are about the diagram as a whole.</summary>
    public static bool IsAboutRuns(string sentence) => !NoLooseEnd().IsMatch(sentence) && !EndIsReachable().IsMatch(sentence);

    /// <summary>Whether only a run that came to a result can keep the sentence.</summary>
    public static bool IsAboutResults(string sentence) => EveryPath().IsMatch(sentence) || EveryPathInEnglish().IsMatch(sentence);

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^“(.+)”总在“(.+)”之前$")]
    private static partial Regex Order();

    [GeneratedRegex("^\"(.+)\" always comes before \"(.+)\"$")]
    private static partial Regex OrderInEnglish();

    [GeneratedRegex("^每一条路径都经过“(.+)”$")]
    private static partial Regex EveryPath();

    [GeneratedRegex("^every path passes \"(.+)\"$")]
    private static partial Regex EveryPathInEnglish();

    [GeneratedRegex("^“(.+)”由上级党组织办理$")]
    private static partial Regex Superior();

    [GeneratedRegex("^\"(.+)\" is done by the superior organisation$")]
    private static partial Regex SuperiorInEnglish();

    [GeneratedRegex("^“(.+)”不少于 ([0-9]+) 个工作日$")]
    private static partial Regex Days();

    [GeneratedRegex("^\"(.+)\" has at least ([0-9]+) working days$")]
    private static partial Regex DaysInEnglish();

    [GeneratedRegex("^“(.+)”之前总经过它所列的每一推荐渠道$")]
    private static partial Regex Channels();

    [GeneratedRegex("^every channel named by \"(.+)\" always comes before it$")]
    private static partial Regex ChannelsInEnglish();

    [GeneratedRegex("^(?:每个环节的每个结果都有去向|every outcome of every step leads somewhere)$")]
    private static partial Regex NoLooseEnd();

    [GeneratedRegex("^(?:从每个环节都能走到结束|the end can be reached from every step)$")]
    private static partial Regex EndIsReachable();
}
