namespace Gongtui.Activities.Elections;

/// <summary>A list of persons for one post.</summary>
/// <param name="Post">Code of the post.</param>
/// <param name="People">Person ids.</param>
public sealed record PostList(string Post, IReadOnlyList<string> People);

/// <summary>Checks that many forms share. Each answers with a refusal or null; join them with <c>??</c>.</summary>
public static class FormRules
{
    /// <summary>Longest text that a field takes, in characters.</summary>
    public const int LongText = 20_000;

    /// <summary>The field is filled in and not too long.</summary>
    public static Refusal? Filled(string? value, string field, Text name, int most = LongText)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return new(RefusalKinds.Incomplete,
                new($"请填写{name.Zh}。", $"Fill in: {name.En}."),
                Field: field);
        }

        if (Untypeable(value) is { } fault)
        {
            return new(RefusalKinds.Malformed,
                new($"{name.Zh}中有不能使用的字符。", $"{name.En}: characters that cannot be used."),
                Found: fault, NextStep: new("请删去控制字符后重新提交。", "Take the control characters out and submit again."), Field: field);
        }

        return value.Length <= most
            ? null
            : new(RefusalKinds.Malformed,
                new($"{name.Zh}过长。", $"Too long: {name.En}."),
                Expected: $"≤ {most}", Found: $"{value.Length}", Field: field);
    }

    /// <summary>What in a text no keyboard types and no document holds: control characters other than line ends and tabs, halves of a
    /// character, a length beyond <see cref="LongText"/>. Null when there is nothing.</summary>
    public static string? Untypeable(string text)
    {
        if (text.Length > LongText)
        {
            return $"A text has {text.Length} characters; the most is {LongText}.";
        }

        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
            {
                return $"A text holds the control character U+{(int)letter:X4}.";
            }

            if (char.IsSurrogate(letter) && !(char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return "A text holds half a character.";
            }
        }

        return null;
    }

    /// <summary>Everybody named is on the roll, and once.</summary>
    public static Refusal? OnRoll(Election election, IEnumerable<string> people, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in people)
        {
            if (!election.People.ContainsKey(id))
            {
                return new(RefusalKinds.Unknown,
                    new($"名册上没有“{id}”。", $"“{id}” is not on the roll."),
                    Found: id, NextStep: new("请从名册中选择。", "Choose from the roll."), Field: field);
            }

            if (!seen.Add(id))
            {
                return new(RefusalKinds.Duplicate,
                    new($"{election.NameOf(id)}重复出现。", $"{election.NameOf(id)} is named twice."),
                    Found: id, Field: field);
            }
        }

        return null;
    }

    /// <summary>The lists name each post of the plan once and nothing else.</summary>
    public static Refusal? EachPostOnce(Election election, IEnumerable<string> posts, string field)
    {
        var expected = election.Posts.Select(post => post.Post).ToArray();
        var found = posts.ToArray();
        return found.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))
            ? null
            : new(RefusalKinds.Incomplete,
                new("须为方案中的每个职务各填一份名单。", "Give one list for each post of the plan."),
                Expected: string.Join(", ", expected), Found: string.Join(", ", found), Field: field);
    }

    /// <summary>Exactly the people expected are dealt with, each once.</summary>
    public static Refusal? Covers(Election election, IEnumerable<string> expected, IEnumerable<string> found, string field)
    {
        var given = found.ToArray();
        if (OnRoll(election, given, field) is { } refusal)
        {
            return refusal;
        }

        var wanted = expected.ToHashSet(StringComparer.Ordinal);
        var missing = wanted.Except(given).ToArray();
        var extra = given.Except(wanted).ToArray();
        return (missing, extra) switch
        {
            ([], []) => null,
            ([], _) => new(RefusalKinds.Unknown,
                new($"{Names(extra)}不在本环节的名单内。", $"Not on the list of this step: {Names(extra)}."),
                Found: string.Join(", ", extra), Field: field),
            _ => new(RefusalKinds.Incomplete,
                new($"还没有填写：{Names(missing)}。", $"Still missing: {Names(missing)}."),
                Expected: string.Join(", ", missing), Field: field),
        };

        string Names(string[] ids) => string.Join("、", ids.Select(election.NameOf));
    }
}
